/**
 * Whether Markdown takes a run of `*`, `_` or `~` for the start or end of emphasis depends on the characters beside
 * it. Readers differ on symbols and on what lies outside the basic plane, so those count as either kind, and a
 * delimiter is used only where all readings agree.
 */
export type CharacterClass = number;

export const whitespace: CharacterClass = 1;
export const punctuation: CharacterClass = 2;
export const letter: CharacterClass = 4;

export function firstClass(text: string | undefined): CharacterClass {
  return classify(text?.[0]);
}

export function lastClass(text: string | undefined): CharacterClass {
  return classify(text?.at(-1));
}

/** `mark`: the delimiter of italic text is `_`, which does not open within a word. */
export function canOpen(before: CharacterClass, after: CharacterClass, mark: string): boolean {
  return isFlanking(after, before) && (mark !== 'italic' || (before & letter) === 0);
}

export function canClose(before: CharacterClass, after: CharacterClass, mark: string): boolean {
  return isFlanking(before, after) && (mark !== 'italic' || (after & letter) === 0);
}

function isFlanking(inner: CharacterClass, outer: CharacterClass): boolean {
  return (inner & whitespace) === 0 && ((inner & punctuation) === 0 || (outer & letter) === 0);
}

function classify(unit: string | undefined): CharacterClass {
  if (unit === undefined || /\s/.test(unit)) return whitespace;
  if (/[!-/:-@[-`{-~]|\p{P}/u.test(unit)) return punctuation;
  return /[\p{S}\ud800-\udfff]/u.test(unit) ? punctuation | letter : letter;
}
