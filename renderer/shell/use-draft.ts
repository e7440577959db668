import { useEffect, useRef, useState } from 'react';

/** A text while it is typed: passed on by `commit` (on blur, on Enter, or when its place goes), not at every key. */
export function useDraft(value: string, onCommit: (value: string) => void) {
  const [draft, setDraft] = useState<string>();
  const latest = useRef({ draft, value, onCommit });
  useEffect(() => {
    latest.current = { draft, value, onCommit };
  });
  const commit = () => {
    const now = latest.current;
    if (now.draft !== undefined && now.draft !== now.value) now.onCommit(now.draft);
    setDraft(undefined);
  };
  useEffect(
    () => () => {
      const now = latest.current;
      if (now.draft !== undefined && now.draft !== now.value) now.onCommit(now.draft);
    },
    [],
  );
  return { value: draft ?? value, change: setDraft, commit };
}
