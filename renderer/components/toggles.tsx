import type { ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  Radio,
  RadioGroup,
  SwitchButton,
  SwitchField,
  Label,
} from 'react-aria-components';
import { CheckIcon } from 'lucide-react';
import { classNames } from './class-names.ts';
import { fieldLabel } from './fields.tsx';

interface ToggleProps {
  label: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
}

const row = 'group flex cursor-default items-center gap-2 rounded-sm text-ui focus-ring';

/** Something that is or is not so. */
export function Checkbox({ label, ...props }: ToggleProps): ReactNode {
  return (
    <CheckboxField {...props}>
      <CheckboxButton className={row}>
        <span className="flex size-4 items-center justify-center rounded-sm border border-line-strong bg-raised text-on-accent group-data-selected:border-accent group-data-selected:bg-accent">
          <CheckIcon className="invisible size-3.5 group-data-selected:visible" />
        </span>
        {label}
      </CheckboxButton>
    </CheckboxField>
  );
}

/** Something that is on or off and takes effect at once. */
export function Switch({ label, ...props }: ToggleProps): ReactNode {
  return (
    <SwitchField {...props}>
      <SwitchButton className={classNames(row, 'justify-between')}>
        {label}
        <span className="flex h-4.5 w-8 items-center rounded-full border border-line-strong bg-hover px-0.5 transition-colors group-data-selected:justify-end group-data-selected:border-accent group-data-selected:bg-accent">
          <span className="size-3 rounded-full bg-ink-2 group-data-selected:bg-on-accent" />
        </span>
      </SwitchButton>
    </SwitchField>
  );
}

/** One of two to four values, all visible side by side. */
export function Segments<T extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
}: {
  label: string;
  isLabelHidden?: boolean;
  value: T;
  options: readonly { value: T; label: ReactNode; name?: string }[];
  onChange: (value: T) => void;
}): ReactNode {
  return (
    <RadioGroup
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      value={value}
      onChange={(key) => {
        const option = options.find((item) => item.value === key);
        if (option !== undefined) onChange(option.value);
      }}
      orientation="horizontal"
      className="flex flex-col gap-1"
    >
      {!isLabelHidden && <Label className={fieldLabel}>{label}</Label>}
      <div className="flex rounded-md border border-line bg-desk p-0.5">
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            {...(option.name === undefined ? {} : { 'aria-label': option.name })}
            className="focus-ring flex min-h-7 flex-1 cursor-default items-center justify-center gap-1.5 rounded-sm px-2 text-ui whitespace-nowrap text-ink-2 transition-colors hover:text-ink data-selected:bg-raised data-selected:font-medium data-selected:text-ink data-selected:shadow-[0_1px_2px_rgb(0_0_0/0.12)] [&_svg]:size-4"
          >
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
