import type { ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import type { PopoverProps } from 'react-aria-components';
import { CheckIcon } from 'lucide-react';
import { classNames } from './class-names.ts';
import { Shortcut } from './shortcut.tsx';

export const floatingPanel =
  'animate-rise rounded-lg border border-line bg-raised text-ink shadow-float outline-none';

/** A button (first child of `trigger`) that opens a menu of `MenuItem`s, `MenuSection`s and `MenuSeparator`s. */
export function Menu({
  trigger,
  label,
  placement = 'bottom start',
  selectedKeys,
  children,
}: {
  trigger: ReactNode;
  label: string;
  placement?: PopoverProps['placement'];
  /** Makes it a choice: these are marked. */
  selectedKeys?: Iterable<string>;
  children: ReactNode;
}): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={floatingPanel}>
        <AriaMenu
          aria-label={label}
          className="max-h-[70vh] min-w-52 overflow-auto p-1 outline-none"
          {...(selectedKeys === undefined
            ? {}
            : { selectionMode: 'single' as const, selectedKeys, disallowEmptySelection: true })}
        >
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  shortcut?: string | undefined;
  isDisabled?: boolean;
  isDanger?: boolean;
  onAction: () => void;
}

export function MenuItem({
  id,
  label,
  hint,
  icon,
  shortcut,
  isDisabled = false,
  isDanger = false,
  onAction,
}: MenuItemProps): ReactNode {
  return (
    <AriaMenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      onAction={onAction}
      className={classNames(
        'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-ui outline-none',
        'data-focused:bg-hover data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
        isDanger && 'text-bad',
      )}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode === 'none' ? icon : isSelected ? <CheckIcon /> : <span className="w-4" />}
          <span className="flex min-w-0 flex-1 flex-col">
            <span>{label}</span>
            {hint !== undefined && <span className="text-hint text-ink-3">{hint}</span>}
          </span>
          {shortcut !== undefined && <Shortcut keys={shortcut} />}
        </>
      )}
    </AriaMenuItem>
  );
}

export function MenuSection({
  title,
  children,
}: {
  title: string;
  children: ReactNode;
}): ReactNode {
  return (
    <AriaMenuSection className="not-first:mt-1">
      <Header className="px-2 py-1 text-hint text-ink-3">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuSeparator(): ReactNode {
  return <Separator className="mx-2 my-1 h-px bg-line" />;
}
