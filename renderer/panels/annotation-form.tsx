import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { nameKinds, sourceKinds } from '../../core/article/annotation.ts';
import type {
  AnnotationValue,
  DateValue,
  NameValue,
  SourceValue,
} from '../../core/article/annotation.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { TextArea, TextField } from '../components/fields.tsx';
import { Select } from '../components/select.tsx';
import { useStrings } from '../strings/strings.ts';

/** All that is kept of a name, a date or a source. Enter saves, Escape leaves it as it was. */
export function AnnotationForm({
  value: first,
  onSave,
  onCancel,
}: {
  value: AnnotationValue;
  onSave: (value: AnnotationValue) => void;
  onCancel: () => void;
}): ReactNode {
  const { panels, shell } = useStrings();
  const [value, setValue] = useState(first);
  const link = value.kind === 'source' ? value.link.trim() : '';
  const isLinkWrong = link !== '' && !isWebAddress(link);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = form.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onCancel();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [onCancel]);
  return (
    <Form
      ref={form}
      aria-label={panels.editEntry(first.kind === 'date' ? first.label : first.name)}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isLinkWrong) onSave(value.kind === 'source' ? { ...value, link } : value);
      }}
    >
      {value.kind === 'name' && <NameFields value={value} onChange={setValue} />}
      {value.kind === 'date' && <DateFields value={value} onChange={setValue} />}
      {value.kind === 'source' && (
        <SourceFields value={value} isLinkWrong={isLinkWrong} onChange={setValue} />
      )}
      <TextArea
        label={panels.note}
        rows={1}
        maxLength={4000}
        value={value.note}
        onChange={(note) => setValue({ ...value, note })}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={onCancel}>{shell.cancel}</Button>
        <Button type="submit" variant="primary" isDisabled={isLinkWrong}>
          {shell.save}
        </Button>
      </div>
    </Form>
  );
}

interface FieldsProps<T> {
  value: T;
  onChange: (value: T) => void;
}

function NameFields({ value, onChange }: FieldsProps<NameValue>) {
  const { panels } = useStrings();
  return (
    <>
      <FirstField
        label={panels.name}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={panels.nameKind}
          value={value.nameKind}
          onChange={(nameKind) => onChange({ ...value, nameKind })}
          options={nameKinds.map((kind) => ({ value: kind, label: panels.nameKinds[kind] }))}
        />
        <TextField
          label={panels.role}
          maxLength={500}
          value={value.role}
          onChange={(role) => onChange({ ...value, role })}
        />
      </div>
    </>
  );
}

function DateFields({ value, onChange }: FieldsProps<DateValue>) {
  const { panels } = useStrings();
  return (
    <>
      <FirstField
        label={panels.dateLabel}
        value={value.label}
        onChange={(label) => onChange({ ...value, label })}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <DateField
          label={panels.dateValue}
          isNarrow
          value={value.value}
          onChange={(iso) => onChange({ ...value, value: iso })}
        />
        <DateField
          label={panels.dateEnd}
          isNarrow
          value={value.end}
          onChange={(end) => onChange({ ...value, end })}
        />
      </div>
    </>
  );
}

function SourceFields({
  value,
  isLinkWrong,
  onChange,
}: FieldsProps<SourceValue> & { isLinkWrong: boolean }) {
  const { panels } = useStrings();
  return (
    <>
      <FirstField
        label={panels.sourceName}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <Select
        label={panels.sourceKind}
        value={value.sourceKind}
        onChange={(sourceKind) => onChange({ ...value, sourceKind })}
        options={sourceKinds.map((kind) => ({ value: kind, label: panels.sourceKinds[kind] }))}
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
        type="url"
        value={value.link}
        error={isLinkWrong ? panels.linkInvalid : undefined}
        onChange={(link) => onChange({ ...value, link })}
      />
    </>
  );
}

function FirstField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <TextField
      label={label}
      maxLength={500}
      value={value}
      onChange={onChange}
      // The form opens because somebody asked to write in it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- as above
      autoFocus
    />
  );
}

function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}
