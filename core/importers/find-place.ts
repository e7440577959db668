/**
 * Where `words` stand between `before` and `after` in `text`: the offset of `words`. Tries the whole context first,
 * then less and less of it. Where the words stand several times, the nearest to `offset`, as long as enough context
 * agrees; null where too little does. An empty `before` or `after` is the beginning or the end of the text.
 */
export function findPlace(
  text: string,
  { offset, before, after }: { offset: number; before: string; after: string },
  words: string,
): number | null {
  for (const length of [64, 48, 32, 20, 12]) {
    const left = before.slice(-length);
    const right = after.slice(0, length);
    const found = nearest(text, left, words, right, offset, {
      atStart: before === '',
      atEnd: after === '',
    });
    if (found !== null && (found.isOnly || length >= 20)) return found.at;
  }
  // One side alone, where the other was edited.
  for (const [left, right] of [
    [before.slice(-48), ''],
    ['', after.slice(0, 48)],
  ] as const) {
    if (left.length + right.length < 24) continue;
    const found = nearest(text, left, words, right, offset, { atStart: false, atEnd: false });
    if (found?.isOnly === true) return found.at;
  }
  return null;
}

function nearest(
  text: string,
  left: string,
  words: string,
  right: string,
  offset: number,
  edges: { atStart: boolean; atEnd: boolean },
): { at: number; isOnly: boolean } | null {
  const sought = left + words + right;
  if (sought === '') return text === '' ? { at: 0, isOnly: true } : null;
  const found: number[] = [];
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    if (edges.atStart && at !== 0) break;
    if (!edges.atEnd || at + sought.length === text.length) found.push(at + left.length);
  }
  const [first] = found;
  if (first === undefined) return null;
  let best = first;
  for (const at of found) if (Math.abs(at - offset) < Math.abs(best - offset)) best = at;
  return { at: best, isOnly: found.length === 1 };
}
