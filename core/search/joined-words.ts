/**
 * A folded Arabic word as texts write it: also with the article and the particles that are joined to a word (`اقتصاد`:
 * `الاقتصاد`, `والاقتصاد`, `للاقتصاد`, `باقتصاد`). One that has the article itself is looked for with it. Any other word,
 * and one of two letters, is only itself.
 */
export function joinedForms(word: string): string[] {
  if (!/^[\u0621-\u064a]{3,}$/.test(word)) return [word];
  if (/^ال.{3}/.test(word)) return definite.map((particles) => particles + word.slice(2));
  return [...bare, ...definite].map((particles) => particles + word);
}

/**
 * Beginnings of words that `word` is meant by: as it stands, and after the commonest particles. Fewer than `joinedForms`,
 * because each stands for many words of the index.
 */
export function joinedBeginnings(word: string): string[] {
  if (!/^[\u0621-\u064a]{3,}$/.test(word)) return [word];
  const definiteWord = /^ال./.exec(word) !== null;
  return definiteWord
    ? [word, `و${word}`]
    : [word, `ال${word}`, `و${word}`, `وال${word}`, `لل${word}`];
}

/** Without a bare `ك`, which more often belongs to another word (`مال`, `كمال`). */
const bare = ['', 'و', 'ف', 'ب', 'ل', 'وب', 'ول'];
const definite = ['ال', 'وال', 'فال', 'بال', 'كال', 'لل', 'وبال', 'ولل'];
