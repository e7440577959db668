import { useState } from 'react';
import type { ReactNode } from 'react';
import { CalendarDate, getLocalTimeZone, today } from '@internationalized/date';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  Input,
  Label,
  TextField,
} from 'react-aria-components';
import { CalendarIcon, ChevronLeftIcon, ChevronRightIcon } from 'lucide-react';
import { readDate } from '../format/read-date.ts';
import { readWrittenDate } from '../format/read-written-date.ts';
import { useFormat } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';
import { classNames } from './class-names.ts';
import { fieldBox, fieldLabel, FieldNotes, passKeysOn } from './fields.tsx';
import { IconButton } from './icon-button.tsx';
import { Popover } from './popover.tsx';

export interface DateFieldProps {
  label: string;
  isLabelHidden?: boolean;
  /** ISO 8601 of any grain; null: not known. */
  value: string | null;
  onChange: (value: string | null) => void;
  isDisabled?: boolean;
  hint?: string;
  /** There is no room for an example in the empty field. */
  isNarrow?: boolean;
  className?: string;
}

/**
 * A date of any grain, typed (`28/1/2026`, `28 يناير 2026`, `2026-01`, `2026`) or picked from a calendar. What was understood is
 * written out below in words; what cannot be read stays in the field with a sentence, and is not passed on.
 */
export function DateField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  isDisabled = false,
  hint,
  isNarrow = false,
  className,
}: DateFieldProps): ReactNode {
  const { shell } = useStrings();
  const format = useFormat();
  const [draft, setDraft] = useState<string>();
  const written = value === null ? '' : format.digits(value.replace('T', ' '));
  const text = draft ?? written;
  const isUnreadable = text.trim() !== '' && read(text) === null;

  const commit = () => {
    if (draft === undefined) return;
    const iso = read(draft);
    if (iso === null && draft.trim() !== '') return;
    setDraft(undefined);
    if (iso !== value) onChange(iso);
  };

  const error = draft !== undefined && isUnreadable ? shell.dateUnreadable : undefined;
  return (
    <TextField
      value={text}
      onChange={setDraft}
      onBlur={commit}
      {...passKeysOn((event) => {
        if (event.key === 'Enter') commit();
      })}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className={classNames('flex flex-col gap-1', className)}
    >
      {!isLabelHidden && <Label className={fieldLabel}>{label}</Label>}
      <div className="flex items-center gap-0.5">
        <Input
          dir={text === '' ? undefined : /\p{L}/u.test(text) ? 'auto' : 'ltr'}
          placeholder={format.digits(
            isNarrow ? shell.datePlaceholderNarrow : shell.datePlaceholder,
          )}
          className={classNames(fieldBox, 'words h-8 min-w-0 flex-1 tabular')}
        />
        <Popover
          label={label}
          placement="bottom end"
          trigger={
            <IconButton
              label={shell.openCalendar}
              icon={<CalendarIcon />}
              isDisabled={isDisabled}
            />
          }
        >
          {(close) => (
            <MonthCalendar
              label={label}
              value={value}
              onPick={(iso) => {
                setDraft(undefined);
                onChange(iso);
                close();
              }}
            />
          )}
        </Popover>
      </div>
      <FieldNotes
        hint={value !== null && draft === undefined ? format.date(value) : hint}
        error={error}
      />
    </TextField>
  );
}

function read(text: string): string | null {
  return readDate(text) ?? readWrittenDate(text);
}

function MonthCalendar({
  label,
  value,
  onPick,
}: {
  label: string;
  value: string | null;
  onPick: (iso: string) => void;
}) {
  const { shell } = useStrings();
  const selected = toCalendarDate(value);
  return (
    <Calendar
      aria-label={label}
      value={selected}
      defaultFocusedValue={selected ?? today(getLocalTimeZone())}
      onChange={(date) => onPick(date.toString())}
      className="w-fit"
    >
      <header className="mb-2 flex items-center justify-between gap-2">
        <AriaButton slot="previous" className={arrow} aria-label={shell.previousMonth}>
          <ChevronLeftIcon className="mirror" />
        </AriaButton>
        <Heading className="text-ui font-medium" />
        <AriaButton slot="next" className={arrow} aria-label={shell.nextMonth}>
          <ChevronRightIcon className="mirror" />
        </AriaButton>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="px-1 pb-1 text-hint font-normal text-ink-3">
              {day}
            </CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="focus-ring mx-auto flex size-8 cursor-default items-center justify-center rounded-md text-ui tabular hover:bg-hover data-outside-month:hidden data-selected:bg-accent data-selected:text-on-accent"
            >
              {({ formattedDate }) => formattedDate}
            </CalendarCell>
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

const arrow =
  'focus-ring flex size-7 items-center justify-center rounded-md text-ink-2 hover:bg-hover disabled:opacity-40 [&_svg]:size-4';

function toCalendarDate(iso: string | null): CalendarDate | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '');
  return match === null
    ? null
    : new CalendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
}
