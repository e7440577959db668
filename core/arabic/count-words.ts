/**
 * Words as a newsroom counts them: what stands between spaces or dashes and holds a letter or a digit. An Arabic word
 * with its clitics is one, and so are `3.5`, `2026-01-28` and `و/أو`.
 */
export function countWords(text: string): number {
  let words = 0;
  let counted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const known = kinds[unit] ?? 0;
    let kind = known === 0 ? learn(unit) : known;
    if (kind === surrogate) {
      const codePoint = text.codePointAt(at) ?? 0;
      if (codePoint > 0xffff) at += 1;
      kind = wordCharacter.test(String.fromCodePoint(codePoint)) ? letter : other;
    }
    if (kind === separator) counted = false;
    else if (kind === letter && !counted) {
      counted = true;
      words += 1;
    }
  }
  return words;
}

/** Whole minutes to read so many words silently: 180 a minute (Brysbaert 2019 has 181 for Arabic). 0 only for none. */
export function readingMinutes(words: number): number {
  return Math.ceil(words / 180);
}

const separator = 1;
const letter = 2;
const other = 3;
const surrogate = 4;

const wordCharacter = /^[\p{L}\p{N}]$/u;
const separatorCharacter = /^[\s\u2013-\u2015\u0085\u200b]$/;
const kinds = new Uint8Array(0x10000);

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  let kind = other;
  if (unit >= 0xd800 && unit <= 0xdfff) kind = surrogate;
  else if (separatorCharacter.test(character)) kind = separator;
  else if (wordCharacter.test(character)) kind = letter;
  kinds[unit] = kind;
  return kind;
}
