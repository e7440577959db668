import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { fieldLabel } from './fields.tsx';

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
