import type { Article } from '../article/article.ts';

/**
 * The fields of an article as YAML between two lines of `---`. Fields that nobody filled in are left out, but for the
 * headline. `importMarkdown` reads every one of them back.
 */
export function renderFrontMatter(article: Article): string {
  const { dateline } = article;
  return [
    '---',
    `headline: ${scalar(article.headline)}`,
    ...field('kicker', article.kicker),
    ...field('deck', article.deck),
    ...field('slug', article.slug),
    ...list('bylines', article.bylines),
    ...(dateline.place === '' && dateline.date === null ? [] : ['dateline:']),
    ...field('  place', dateline.place),
    ...date('  date', dateline.date),
    ...field('desk', article.desk),
    `language: ${scalar(article.language)}`,
    ...list('tags', article.tags),
    ...date('publishedOn', article.publishedOn),
    `status: ${article.status}`,
    '---\n',
  ].join('\n');
}

function field(name: string, value: string): string[] {
  return value === '' ? [] : [`${name}: ${scalar(value)}`];
}

function list(name: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${name}:`, ...items.map((item) => `  - ${scalar(item)}`)];
}

function date(name: string, value: string | null): string[] {
  if (value === null) return [];
  return [`${name}: ${value.length === 4 ? `"${value}"` : value}`];
}

/** Plain where YAML cannot read anything else into it; else in double quotes. */
function scalar(text: string): string {
  if (isPlain(text)) return text;
  return JSON.stringify(text).replace(invisible, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function isPlain(text: string): boolean {
  if (reserved.test(text)) return false;
  return /^[\p{L}\p{N}«“(]/u.test(text) && plain.test(text) && !text.endsWith(':');
}

/** Letters, marks, digits and punctuation that YAML has no use for within a plain scalar; single spaces. */
const plain = /^(?:[\p{L}\p{M}\p{N}.,;،؛؟!?…«»“”‘’()/\\%&*+=|@$€_–—-]|:(?! |$)|[ ](?![ #]|$))+$/u;
/** Words and numbers that a reader of YAML may not take for text. */
const reserved =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+.]?[\d.,_:eExXoOa-fA-F+-]+|\d{4}-\d.*)$/i;
/** Line breaks of Unicode, the byte order mark and what YAML does not print. */
const invisible = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
