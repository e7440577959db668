import type { DocumentMark, DocumentNode } from '../article/document.ts';

/**
 * Content of a text block as it leaves the program: names, dates and sources belong to the library, so their marks
 * are gone and the text they parted is joined.
 */
export function withoutAnnotations(
  content: readonly DocumentNode[] | undefined,
): readonly DocumentNode[] {
  if (content === undefined) return [];
  if (!content.some((node) => node.marks?.some(isAnnotation))) return content;
  const joined: DocumentNode[] = [];
  for (const node of content) {
    const marks = node.marks?.filter((mark) => !isAnnotation(mark)) ?? [];
    const last = joined.at(-1);
    if (node.text !== undefined && last?.text !== undefined && isSameSet(last.marks, marks)) {
      last.text += node.text;
    } else joined.push({ ...node, marks });
  }
  return joined;
}

/** How many marks, outermost first, two neighbours share. */
export function countShared(left: readonly DocumentMark[], right: readonly DocumentMark[]): number {
  let count = 0;
  while (count < left.length && isSameMark(left[count], right[count])) count += 1;
  return count;
}

/** Whether a break stands between two pieces of a line, neither of them another break. */
export function isInnerBreak(content: readonly DocumentNode[], index: number): boolean {
  const before = content[index - 1];
  const after = content[index + 1];
  return (
    before !== undefined &&
    after !== undefined &&
    before.type !== 'hardBreak' &&
    after.type !== 'hardBreak'
  );
}

function isAnnotation(mark: DocumentMark): boolean {
  return mark.type === 'annotation';
}

function isSameSet(
  left: readonly DocumentMark[] = [],
  right: readonly DocumentMark[] = [],
): boolean {
  return left.length === right.length && countShared(left, right) === left.length;
}

function isSameMark(left: DocumentMark | undefined, right: DocumentMark | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    left.type === right.type &&
    left.attrs?.['href'] === right.attrs?.['href']
  );
}
