import type { NameKind } from '../mentions.ts';

export const nameKinds: readonly NameKind[] = ['person', 'place', 'organisation', 'other'];

/** 0 is outside of names; 1 + 2k begins a name of kind k, 2 + 2k is inside one. */
export const labelCount = 1 + 2 * nameKinds.length;

export function isInside(label: number): boolean {
  return label > 0 && label % 2 === 0;
}

/** A name goes on only in a name of its own kind. `before` -1: a sentence's beginning. */
export function mayFollow(before: number, label: number): boolean {
  return !isInside(label) || before === label || before === label - 1;
}

export function kindOfLabel(label: number): NameKind {
  return nameKinds[(label - 1) >> 1] ?? 'other';
}
