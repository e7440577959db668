/**
 * Curly quotation marks and guillemets of a text that face the wrong way, with the mark that belongs there. A mark
 * opens where white space, an opening bracket or a prefixed letter stands before it and a word after; it closes where
 * it is the other way round. Only pairs: a mark without its partner in `text` is left alone. Straight marks are never
 * touched. `quotationExamples`: [wrong, right]; `quotationCounterExamples` stay as they are.
 */
export function findTurnedMarks(text: string): { at: number; replacement: string }[] {
  const found: { at: number; replacement: string }[] = [];
  for (const pair of pairs) {
    let open: { at: number; isTurned: boolean; space: string } | null = null;
    for (const { index } of text.matchAll(pair.pattern)) {
      const mark = text[index] ?? '';
      if (open === null) {
        if (mark === pair.opening) open = { at: index, isTurned: false, space: '' };
        else if (stands(text, index, 'open')) open = { at: index, isTurned: true, space: '' };
        else if (isGlued(text, index)) open = { at: index, isTurned: true, space: ' ' };
        continue;
      }
      const isTurned = mark === pair.opening;
      if (isTurned && !stands(text, index, 'close')) {
        // Another opening mark: the one before it had no partner.
        open = { at: index, isTurned: false, space: '' };
        continue;
      }
      if (open.isTurned) found.push({ at: open.at, replacement: open.space + pair.opening });
      if (isTurned) found.push({ at: index, replacement: pair.closing });
      open = null;
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

const pairs = [
  { opening: '“', closing: '”', pattern: /[“”]/g },
  { opening: '«', closing: '»', pattern: /[«»]/g },
] as const;

function stands(text: string, at: number, how: 'open' | 'close'): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  const after = text.slice(at + 1, at + 2);
  if (how === 'open')
    return (
      /(?:^|[\s(«“:،-]|(?:^|[\s(])[وفبكل]ـ?|\sلل)$/.test(before) && /[\p{L}\p{N}]/u.test(after)
    );
  return /[\p{L}\p{M}\p{N}.؟!،…)]$/u.test(before) && /^(?:[\s.،؛:؟!)\]»”]|$)/.test(after);
}

/** An opening mark stuck to the word before it: a word stands on both sides. */
function isGlued(text: string, at: number): boolean {
  return (
    /[\u0621-\u063a\u0641-\u064a]{2}$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^[\u0621-\u064a]/.test(text.slice(at + 1, at + 2))
  );
}

export const quotationExamples: readonly (readonly [string, string])[] = [
  ['قال ”نعم” ومضى', 'قال “نعم” ومضى'],
  ['قاعدتي “الأفق” و”النجم” البحريتين', 'قاعدتي “الأفق” و“النجم” البحريتين'],
  ['سؤال عن”الجسر” القديم', 'سؤال عن “الجسر” القديم'],
  ['قال »نعم« ومضى', 'قال «نعم» ومضى'],
  ['وصف الخطوة بأنها “جريئة“.', 'وصف الخطوة بأنها “جريئة”.'],
];

export const quotationCounterExamples: readonly string[] = [
  'قال “نعم” ثم “لا” ومضى',
  'قال «نعم» ومضى',
  'قال "نعم" ومضى',
  'قياس الأنبوب 5” فقط',
  'بدأ كلامه “ولم يكمله',
];
