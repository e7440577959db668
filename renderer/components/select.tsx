import type { ReactNode } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { CheckIcon, ChevronDownIcon } from 'lucide-react';
import { classNames } from './class-names.ts';
import { fieldBox, fieldLabel } from './fields.tsx';
import { floatingPanel } from './menu.tsx';

export interface SelectProps<T extends string> {
  label: string;
  isLabelHidden?: boolean;
  value: T;
  options: readonly { value: T; label: string; icon?: ReactNode }[];
  onChange: (value: T) => void;
  isDisabled?: boolean;
  /** `quiet`: no frame, as in the title bar. */
  look?: 'field' | 'quiet';
  className?: string;
}

/** One of a few values. */
export function Select<T extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
  isDisabled = false,
  look = 'field',
  className,
}: SelectProps<T>): ReactNode {
  const chosen = options.find((option) => option.value === value);
  return (
    <AriaSelect
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      value={value}
      onChange={(key) => {
        const option = options.find((item) => item.value === key);
        if (option !== undefined) onChange(option.value);
      }}
      isDisabled={isDisabled}
      className={classNames('flex flex-col gap-1', className)}
    >
      {!isLabelHidden && <Label className={fieldLabel}>{label}</Label>}
      <Button
        className={classNames(
          'flex cursor-default items-center gap-1.5 text-start text-ui [&_svg]:size-4 [&_svg]:shrink-0',
          look === 'field'
            ? `${fieldBox} h-8 justify-between focus-ring`
            : 'focus-ring min-h-8 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink',
        )}
      >
        <SelectValue className="flex min-w-0 items-center gap-1.5 whitespace-nowrap">
          {() => (
            <>
              {chosen?.icon}
              {chosen?.label}
            </>
          )}
        </SelectValue>
        <ChevronDownIcon className="text-ink-3" />
      </Button>
      <Popover offset={4} className={classNames(floatingPanel, 'min-w-(--trigger-width)')}>
        <ListBox className="max-h-72 overflow-auto p-1 outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="group flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 text-ui outline-none data-focused:bg-hover [&_svg]:size-4 [&_svg]:shrink-0"
            >
              <span className="flex min-w-0 flex-1 items-center gap-1.5">
                {option.icon}
                {option.label}
              </span>
              <CheckIcon className="invisible text-accent group-data-selected:visible" />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
