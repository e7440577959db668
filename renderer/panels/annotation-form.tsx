import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import type { AnnotationValue } from '../../core/article/annotation.ts';
import { Button } from '../components/button.tsx';
import { AnnotationFields } from '../editor/annotation-fields.tsx';
import { annotationTitle, completeValue, withOwnReading } from '../editor/annotation-values.ts';
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
  const [isRefused, setRefused] = useState(false);
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
      aria-label={panels.editEntry(annotationTitle(first))}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const complete = completeValue(value);
        setRefused(complete === undefined);
        if (complete !== undefined) onSave(withOwnReading(complete, first));
      }}
    >
      <AnnotationFields value={value} isWhole isRefused={isRefused} onChange={setValue} />
      <div className="flex justify-end gap-2">
        <Button onPress={onCancel}>{shell.cancel}</Button>
        <Button type="submit" variant="primary">
          {shell.save}
        </Button>
      </div>
    </Form>
  );
}
