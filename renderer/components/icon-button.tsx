import type { ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import type { ButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { WithTooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<
  ButtonProps,
  'className' | 'children' | 'style' | 'aria-label'
> {
  /** Said by screen readers and shown in the tooltip. */
  label: string;
  icon: ReactNode;
  /** As `Mod+Shift+K`; shown in the tooltip in the words of this system. */
  shortcut?: string | undefined;
  /** Makes it a toggle that is on or off. */
  isSelected?: boolean;
  className?: string;
}

/** A button that shows only an icon, with its name and shortcut in a tooltip. */
export function IconButton({
  label,
  icon,
  shortcut,
  isSelected,
  className,
  ...props
}: IconButtonProps): ReactNode {
  const looks = classNames(
    'inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-2 focus-ring cursor-default',
    'transition-colors hover:bg-hover hover:text-ink data-pressed:bg-selected data-selected:bg-selected',
    'data-selected:text-ink disabled:opacity-50 [&_svg]:size-4',
    className,
  );
  return (
    <WithTooltip label={label} shortcut={shortcut}>
      {isSelected === undefined ? (
        <Button {...props} aria-label={label} className={looks}>
          {icon}
        </Button>
      ) : (
        <ToggleButton
          {...(props as Pick<ButtonProps, 'isDisabled' | 'onPress'>)}
          isSelected={isSelected}
          aria-label={label}
          className={looks}
        >
          {icon}
        </ToggleButton>
      )}
    </WithTooltip>
  );
}
