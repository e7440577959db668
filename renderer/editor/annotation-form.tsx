import { MapPinPlusIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { annotationValueSchema, nameKinds, sourceKinds } from '../../core/article/annotation.ts';
import type {
  Annotation,
  AnnotationKind,
  AnnotationValue,
  DateValue,
  NameValue,
  SourceValue,
} from '../../core/article/annotation.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { TextField } from '../components/fields.tsx';
import { Select } from '../components/select.tsx';
import { isolate } from '../strings/isolate.ts';
import { useStrings } from '../strings/strings.ts';
import { annotationTitle, findSameName, newAnnotationValue } from './annotation-values.ts';
import type { ArticleSession, PageSelection } from './article-session.ts';

/** A name, date or source of the selected words: filled in from them, Enter confirms. */
export function AnnotationForm({
  session,
  kind,
  selection,
  onDone,
}: {
  session: ArticleSession;
  kind: AnnotationKind;
  selection: PageSelection;
  onDone: () => void;
}): ReactNode {
  const { annotation: s } = useStrings().editor;
  const [value, setValue] = useState(() => newAnnotationValue(kind, selection.surface));
  const [isRefused, setRefused] = useState(false);
  const [same] = useState(() =>
    findSameName(session.getSnapshot().annotations, kind, selection.surface),
  );

  const addPlace = (annotation: Annotation) => {
    session.addAnnotation(annotation.value, selection, annotation.id);
    onDone();
  };
  const confirm = () => {
    const trimmed = trimValue(value);
    if (annotationTitle(trimmed) === '' || !annotationValueSchema.safeParse(trimmed).success) {
      setRefused(true);
      return;
    }
    session.addAnnotation(trimmed, selection);
    onDone();
  };

  return (
    <Form
      className="flex w-80 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      {same.map((annotation) => (
        <Button
          key={annotation.id}
          icon={<MapPinPlusIcon />}
          className="justify-start"
          onPress={() => addPlace(annotation)}
        >
          <span className="one-line">
            {s.anotherPlace(isolate(annotationTitle(annotation.value)))}
          </span>
        </Button>
      ))}
      {value.kind === 'name' && (
        <NameFields value={value} isRefused={isRefused} onChange={setValue} />
      )}
      {value.kind === 'date' && (
        <DateFields value={value} isRefused={isRefused} onChange={setValue} />
      )}
      {value.kind === 'source' && (
        <SourceFields value={value} isRefused={isRefused} onChange={setValue} />
      )}
      <div className="flex gap-1">
        <Button type="submit" variant="primary">
          {s.confirm}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {s.cancel}
        </Button>
      </div>
    </Form>
  );
}

interface FieldsProps<V extends AnnotationValue> {
  value: V;
  isRefused: boolean;
  onChange: (value: V) => void;
}

function NameFields({ value, isRefused, onChange }: FieldsProps<NameValue>) {
  const { annotation: s } = useStrings().editor;
  return (
    <>
      <TextField
        label={s.name}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={500}
        error={isRefused && value.name.trim() === '' ? s.required : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by hand to type here
        autoFocus
      />
      <Select
        label={s.nameKind}
        value={value.nameKind}
        options={nameKinds.map((kind) => ({ value: kind, label: s.nameKinds[kind] }))}
        onChange={(nameKind) => onChange({ ...value, nameKind })}
      />
      <TextField
        label={s.role}
        value={value.role}
        onChange={(role) => onChange({ ...value, role })}
        maxLength={500}
      />
    </>
  );
}

function DateFields({ value, isRefused, onChange }: FieldsProps<DateValue>) {
  const { annotation: s } = useStrings().editor;
  return (
    <>
      <TextField
        label={s.dateLabel}
        value={value.label}
        onChange={(label) => onChange({ ...value, label })}
        maxLength={500}
        error={isRefused && value.label.trim() === '' ? s.required : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by hand to type here
        autoFocus
      />
      <DateField
        label={s.dateValue}
        value={value.value}
        onChange={(iso) => onChange({ ...value, value: iso })}
      />
    </>
  );
}

function SourceFields({ value, isRefused, onChange }: FieldsProps<SourceValue>) {
  const { annotation: s } = useStrings().editor;
  const isLinkRefused =
    isRefused && !annotationValueSchema.safeParse({ ...value, name: 'x' }).success;
  return (
    <>
      <TextField
        label={s.sourceName}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={500}
        error={isRefused && value.name.trim() === '' ? s.required : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by hand to type here
        autoFocus
      />
      <Select
        label={s.sourceKind}
        value={value.sourceKind}
        options={sourceKinds.map((kind) => ({ value: kind, label: s.sourceKinds[kind] }))}
        onChange={(sourceKind) => onChange({ ...value, sourceKind })}
      />
      <TextField
        label={s.attribution}
        value={value.attribution}
        onChange={(attribution) => onChange({ ...value, attribution })}
        maxLength={1000}
      />
      <TextField
        label={s.sourceLink}
        value={value.link}
        onChange={(link) => onChange({ ...value, link })}
        dir="ltr"
        placeholder="https://"
        error={isLinkRefused ? s.linkError : undefined}
      />
    </>
  );
}

function trimValue(value: AnnotationValue): AnnotationValue {
  if (value.kind === 'name') {
    return { ...value, name: value.name.trim(), role: value.role.trim() };
  }
  if (value.kind === 'date') return { ...value, label: value.label.trim() };
  return {
    ...value,
    name: value.name.trim(),
    attribution: value.attribution.trim(),
    link: value.link.trim(),
  };
}
