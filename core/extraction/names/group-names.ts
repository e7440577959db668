import type { Alias } from './find-aliases.ts';
import type { Draft } from './text-words.ts';

/**
 * Which names are of one bearer: the number of its group for each draft, numbered by first appearance. The same words are
 * one bearer; so is a person's last part and the full name, a name with a further one around it that ends alike, an alias,
 * and one entity of the directory.
 */
export function groupNames(drafts: readonly Draft[], aliases: readonly Alias[]): number[] {
  const parents = drafts.map((_, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (parents[at] !== at) at = parents[at] ?? at;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].toSorted((x, y) => x - y);
    if (low !== undefined && high !== undefined) parents[high] = low;
  };
  const bySame = new Map<string, number>();
  const same = (name: string, place: number): void => {
    const before = bySame.get(name);
    if (before === undefined) bySame.set(name, place);
    else join(before, place);
  };
  for (const [place, draft] of drafts.entries()) {
    same(`${draft.kind} ${draft.words.join(' ')}`, place);
    if (draft.known !== null) same(`directory ${String(draft.known)}`, place);
  }
  for (const { of, alias } of aliases) {
    const [a, b] = [drafts.indexOf(of), drafts.indexOf(alias)];
    if (a >= 0 && b >= 0) join(a, b);
  }
  joinParts(drafts, root, join);
  const numbers = new Map<number, number>();
  return drafts.map((_, place) => {
    const top = root(place);
    const number = numbers.get(top) ?? numbers.size;
    numbers.set(top, number);
    return number;
  });
}

/** A part of a name goes to the fuller name before it, or else after it, when the directory does not tell them apart. */
function joinParts(
  drafts: readonly Draft[],
  root: (place: number) => number,
  join: (a: number, b: number) => void,
): void {
  const fuller = indexFuller(drafts);
  for (const [place, draft] of drafts.entries()) {
    if (draft.kind !== 'person') continue;
    const places = (fuller.get(draft.words.at(-1) ?? '') ?? []).filter((at) => {
      const other = drafts[at];
      return other !== undefined && isPartOf(draft.words, other.words) && !toldApart(draft, other);
    });
    const whole = places.findLast((at) => at < place) ?? places[0];
    if (whole !== undefined && root(whole) !== root(place)) join(whole, place);
  }
}

/** Persons of several words, in reading order, by their first and last words. */
function indexFuller(drafts: readonly Draft[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [place, { kind, words }] of drafts.entries()) {
    if (kind !== 'person' || words.length < 2) continue;
    for (const word of new Set([words[0] ?? '', words.at(-1) ?? ''])) {
      const places = index.get(word);
      if (places === undefined) index.set(word, [place]);
      else places.push(place);
    }
  }
  return index;
}

function toldApart(a: Draft, b: Draft): boolean {
  return a.known !== null && b.known !== null && a.known !== b.known;
}

/** The end of a longer name (Putin of Vladimir Putin, محمد علي السيد), its first and last word, or a lone first name. */
function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  if (part.length >= whole.length) return false;
  const end = whole.slice(-part.length);
  if (part.every((word, place) => word === end[place])) return true;
  if (part.length === 1) return part[0] === whole[0];
  return part[0] === whole[0] && part.at(-1) === whole.at(-1);
}
