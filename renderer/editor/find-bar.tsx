import { ChevronDownIcon, ChevronUpIcon, XIcon } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { TextField } from '../components/fields.tsx';
import { useFormat } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';
import type { ArticleSession } from './article-session.ts';
import type { Stretch } from './annotation-marks.ts';
import { DocumentText } from './document-text.ts';
import { findInText } from './find-in-text.ts';

/** Search in the page: all matches light up, Enter goes on, Escape goes back to the text at the match. */
export function FindBar({
  session,
  onDone,
}: {
  session: ArticleSession;
  onDone: () => void;
}): ReactNode {
  const { find: s } = useStrings().editor;
  const format = useFormat();
  const { editor, page } = session;
  const inputRef = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(() => session.selectionNow()?.surface ?? '');
  const [found, setFound] = useState<{ places: readonly Place[]; current: number }>(nothing);
  const latest = useRef(found);

  const show = useCallback(
    (places: readonly Place[], current: number) => {
      latest.current = { places, current };
      setFound(latest.current);
      editor.view.dispatch(
        page.found.light(
          editor.state,
          places.map(({ stretch }) => stretch),
          current,
        ),
      );
    },
    [editor, page],
  );

  const search = useCallback(
    (words: string) => {
      const places = findPlaces(editor.state.doc, words);
      const from = editor.state.selection.from;
      const near = places.findIndex(({ stretch }) => stretch.from >= from);
      const current = Math.max(0, near);
      show(places, current);
      return places[current];
    },
    [editor, show],
  );

  useEffect(() => {
    inputRef.current?.select();
    const first = search(session.selectionNow()?.surface ?? '');
    if (first !== undefined) session.jumpTo(first.start, first.end, { focus: false });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (!transaction.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const places = findPlaces(editor.state.doc, inputRef.current?.value ?? '');
        show(places, Math.min(latest.current.current, Math.max(0, places.length - 1)));
      }, 400);
    };
    editor.on('transaction', again);
    return () => {
      editor.off('transaction', again);
      clearTimeout(timer);
      if (!editor.isDestroyed) editor.view.dispatch(page.found.light(editor.state, []));
    };
  }, [editor, page, search, session, show]);

  const goTo = (place: Place | undefined) => {
    if (place !== undefined) session.jumpTo(place.start, place.end, { focus: false });
  };
  const step = (by: 1 | -1) => {
    const { places, current } = latest.current;
    if (places.length === 0) return;
    const next = (current + by + places.length) % places.length;
    show(places, next);
    goTo(places[next]);
  };

  return (
    <search className="flex items-center gap-1 border-b border-line bg-paper px-3 py-1.5">
      <TextField
        label={s.label}
        isLabelHidden
        placeholder={s.placeholder}
        value={query}
        onChange={(words) => {
          setQuery(words);
          goTo(search(words));
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') onDone();
        }}
        inputRef={inputRef}
        className="w-64"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by hand to type here
        autoFocus
      />
      <output className="min-w-20 px-2 text-hint text-ink-3 tabular">
        {query.trim() !== '' &&
          (found.places.length === 0
            ? s.none
            : s.count(format.number(found.current + 1), format.number(found.places.length)))}
      </output>
      <IconButton label={s.previous} icon={<ChevronUpIcon />} onPress={() => step(-1)} />
      <IconButton label={s.next} icon={<ChevronDownIcon />} onPress={() => step(1)} />
      <span className="flex-1" />
      <IconButton label={s.close} icon={<XIcon />} onPress={onDone} />
    </search>
  );
}

interface Place {
  start: number;
  end: number;
  stretch: Stretch;
}

const nothing = { places: [] as readonly Place[], current: 0 };

function findPlaces(doc: ConstructorParameters<typeof DocumentText>[0], query: string): Place[] {
  const text = new DocumentText(doc);
  return findInText(text.text, query).flatMap(({ start, end }) => {
    const from = text.positionAt(start, 1);
    const to = text.positionAt(end, -1);
    return from === undefined || to === undefined ? [] : [{ start, end, stretch: { from, to } }];
  });
}
