import type { Article } from '../article/article.ts';

/** The fields of an article as YAML between two lines of `---`. `importMarkdown` reads every one of them back. */
export function renderFrontMatter(article: Article): string {
  return `---
headline: ${scalar(article.headline)}
kicker: ${scalar(article.kicker)}
deck: ${scalar(article.deck)}
slug: ${scalar(article.slug)}
bylines:${list(article.bylines)}
dateline:
  place: ${scalar(article.dateline.place)}
  date: ${date(article.dateline.date)}
desk: ${scalar(article.desk)}
language: ${scalar(article.language)}
tags:${list(article.tags)}
publishedOn: ${date(article.publishedOn)}
status: ${article.status}
---
`;
}

function list(items: readonly string[]): string {
  if (items.length === 0) return ' []';
  return items.map((item) => `\n  - ${scalar(item)}`).join('');
}

function date(value: string | null): string {
  if (value === null) return 'null';
  return value.length === 4 ? `"${value}"` : value;
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
