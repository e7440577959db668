import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { XIcon } from 'lucide-react';
import { fieldLabel, TextField } from './fields.tsx';

export interface ChipsFieldProps {
  label: string;
  placeholder: string;
  removeLabel: (value: string) => string;
  values: readonly string[];
  max: number;
  maxLength: number;
  isDisabled?: boolean;
  onChange: (values: string[]) => void;
}

/**
 * Several short texts as chips: Enter or a comma adds, Backspace in the empty box removes the last, Delete removes the
 * one with focus.
 */
export function ChipsField({
  label,
  placeholder,
  removeLabel,
  values,
  max,
  maxLength,
  isDisabled = false,
  onChange,
}: ChipsFieldProps): ReactNode {
  const [draft, setDraft] = useState('');
  const add = (text: string) => {
    const added = text
      .split(/[,،\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '' && !values.includes(part));
    setDraft('');
    if (added.length > 0) onChange([...values, ...new Set(added)].slice(0, max));
  };
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        label={label}
        value={draft}
        onChange={(text) => (/[,،]/.test(text) ? add(text) : setDraft(text))}
        onBlur={() => add(draft)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            add(draft);
          } else if (event.key === 'Backspace' && draft === '' && values.length > 0) {
            onChange(values.slice(0, -1));
          }
        }}
        placeholder={placeholder}
        maxLength={maxLength}
        isDisabled={isDisabled}
      />
      {values.length > 0 && (
        <TagGroup
          aria-label={label}
          {...(isDisabled
            ? {}
            : { onRemove: (keys) => onChange(values.filter((value) => !keys.has(value))) })}
        >
          <Label className={`${fieldLabel} sr-only`}>{label}</Label>
          <TagList className="flex flex-wrap gap-1.5">
            {values.map((value) => (
              <Tag
                key={value}
                id={value}
                textValue={value}
                className="focus-ring flex min-h-6 max-w-full cursor-default items-center gap-1 rounded-sm bg-hover ps-2 pe-1 text-ui"
              >
                <bdi className="min-w-0 [overflow-wrap:anywhere]">{value}</bdi>
                {!isDisabled && (
                  <Button
                    slot="remove"
                    aria-label={removeLabel(value)}
                    className="flex size-5 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-selected hover:text-ink [&_svg]:size-3.5"
                  >
                    <XIcon />
                  </Button>
                )}
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}
