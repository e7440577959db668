import { kindOfLabel, nameKinds } from '../../core/extraction/names/labels.ts';

export interface Score {
  kind: string;
  right: number;
  found: number;
  gold: number;
}

/** Exact spans with their kinds, and the sum over kinds last. */
export function scoreSpans(gold: readonly Uint8Array[], found: readonly Uint8Array[]): Score[] {
  const scores: Score[] = [...nameKinds, 'all'].map((kind) => ({
    kind,
    right: 0,
    found: 0,
    gold: 0,
  }));
  const all = scores.at(-1);
  const add = (kind: string, field: 'right' | 'found' | 'gold'): void => {
    for (const score of [scores.find((one) => one.kind === kind), all])
      if (score !== undefined) score[field] += 1;
  };
  for (const [place, labels] of gold.entries()) {
    const there = new Set(spansOf(labels).map(spanName));
    for (const span of spansOf(labels)) add(span.kind, 'gold');
    for (const span of spansOf(found[place] ?? labels.slice(0, 0))) {
      add(span.kind, 'found');
      if (there.has(spanName(span))) add(span.kind, 'right');
    }
  }
  return scores;
}

export function measures({ right, found, gold }: Score): { p: number; r: number; f: number } {
  const p = found === 0 ? 0 : right / found;
  const r = gold === 0 ? 0 : right / gold;
  return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

interface LabelSpan {
  from: number;
  to: number;
  kind: string;
}

export function spansOf(labels: Uint8Array): LabelSpan[] {
  const spans: LabelSpan[] = [];
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] ?? 0;
    if (label === 0) continue;
    const from = at;
    const inside = label % 2 === 1 ? label + 1 : label;
    while (labels[at + 1] === inside) at += 1;
    spans.push({ from, to: at + 1, kind: kindOfLabel(label) });
  }
  return spans;
}

function spanName(span: LabelSpan): string {
  return `${String(span.from)} ${String(span.to)} ${span.kind}`;
}
