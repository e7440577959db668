import { MapPinPlusIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import type { Annotation, AnnotationKind } from '../../core/article/annotation.ts';
import { Button } from '../components/button.tsx';
import { isolate } from '../strings/isolate.ts';
import { useStrings } from '../strings/strings.ts';
import { AnnotationFields } from './annotation-fields.tsx';
import {
  annotationTitle,
  completeValue,
  findSameName,
  newAnnotationValue,
} from './annotation-values.ts';
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
    const complete = completeValue(value);
    setRefused(complete === undefined);
    if (complete === undefined) return;
    session.addAnnotation(complete, selection);
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
      <AnnotationFields value={value} isRefused={isRefused} onChange={setValue} />
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
