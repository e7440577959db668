import type { ReactNode } from 'react';
import { nameKinds, sourceKinds } from '../../core/article/annotation.ts';
import type {
  AnnotationValue,
  DateValue,
  NameValue,
  SourceValue,
} from '../../core/article/annotation.ts';
import { DateField } from '../components/date-field.tsx';
import { TextArea, TextField } from '../components/fields.tsx';
import { Select } from '../components/select.tsx';
import { useStrings } from '../strings/strings.ts';
import { annotationTitle, isLinkComplete } from './annotation-values.ts';

/**
 * What is kept of a name, a date or a source, to be filled in; the caret starts in the first field. `isWhole`: with the
 * end of a period and the note, which making a new one does not ask for. `isRefused`: it says what is wrong.
 */
export function AnnotationFields({
  value,
  isWhole = false,
  isRefused,
  onChange,
}: {
  value: AnnotationValue;
  isWhole?: boolean;
  isRefused: boolean;
  onChange: (value: AnnotationValue) => void;
}): ReactNode {
  const { panels } = useStrings();
  const title = {
    label: { name: panels.name, date: panels.dateLabel, source: panels.sourceName }[value.kind],
    error: isRefused && annotationTitle(value).trim() === '' ? panels.required : undefined,
  };
  return (
    <>
      <TextField
        {...title}
        maxLength={500}
        value={annotationTitle(value)}
        onChange={(words) =>
          onChange(value.kind === 'date' ? { ...value, label: words } : { ...value, name: words })
        }
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form opens because somebody asked to write in it
        autoFocus
      />
      {value.kind === 'name' && <NameFields value={value} onChange={onChange} />}
      {value.kind === 'date' && <DateFields value={value} isWhole={isWhole} onChange={onChange} />}
      {value.kind === 'source' && (
        <SourceFields value={value} isRefused={isRefused} onChange={onChange} />
      )}
      {isWhole && (
        <TextArea
          label={panels.note}
          rows={1}
          maxLength={4000}
          value={value.note}
          onChange={(note) => onChange({ ...value, note })}
        />
      )}
    </>
  );
}

interface FieldsProps<V extends AnnotationValue> {
  value: V;
  onChange: (value: V) => void;
}

function NameFields({ value, onChange }: FieldsProps<NameValue>) {
  const { panels } = useStrings();
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label={panels.nameKind}
        value={value.nameKind}
        options={nameKinds.map((kind) => ({ value: kind, label: panels.nameKinds[kind] }))}
        onChange={(nameKind) => onChange({ ...value, nameKind })}
      />
      <TextField
        label={panels.role}
        maxLength={500}
        value={value.role}
        onChange={(role) => onChange({ ...value, role })}
      />
    </div>
  );
}

function DateFields({ value, isWhole, onChange }: FieldsProps<DateValue> & { isWhole: boolean }) {
  const { panels } = useStrings();
  const day = (
    <DateField
      label={panels.dateValue}
      isNarrow={isWhole}
      value={value.value}
      onChange={(iso) => onChange({ ...value, value: iso })}
    />
  );
  if (!isWhole) return day;
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      {day}
      <DateField
        label={panels.dateEnd}
        isNarrow
        value={value.end}
        onChange={(end) => onChange({ ...value, end })}
      />
    </div>
  );
}

function SourceFields({
  value,
  isRefused,
  onChange,
}: FieldsProps<SourceValue> & { isRefused: boolean }) {
  const { panels } = useStrings();
  return (
    <>
      <Select
        label={panels.sourceKind}
        value={value.sourceKind}
        options={sourceKinds.map((kind) => ({ value: kind, label: panels.sourceKinds[kind] }))}
        onChange={(sourceKind) => onChange({ ...value, sourceKind })}
      />
      <TextField
        label={panels.attribution}
        maxLength={1000}
        value={value.attribution}
        onChange={(attribution) => onChange({ ...value, attribution })}
      />
      <TextField
        label={panels.link}
        dir="ltr"
        placeholder="https://"
        value={value.link}
        error={isRefused && !isLinkComplete(value.link) ? panels.linkInvalid : undefined}
        onChange={(link) => onChange({ ...value, link })}
      />
    </>
  );
}
