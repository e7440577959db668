import type { Article } from '../article/article.ts';
import { escapeHtml, escapeHtmlAttribute } from './html-escape.ts';
import { pageStyles } from './html-styles.ts';
import { htmlWords } from './html-words.ts';

/** `name` of `<meta name="generator">` in every page of ours. */
export const generatorName = 'Muharrir';

/** What a page says about its article: for machines, and for `importHtml` to restore every field from. */
export function renderHead(article: Article): string {
  let html = `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(article.headline || article.kicker || htmlWords(article.language).untitled)}</title>
<meta name="generator" content="${generatorName}">`;
  html += meta('name', 'description', article.deck);
  for (const byline of article.bylines) html += meta('name', 'author', byline);
  if (article.tags.length > 0) html += meta('name', 'keywords', article.tags.join(', '));
  html += meta('property', 'og:type', 'article');
  html += meta('property', 'og:title', article.headline);
  html += meta('property', 'article:published_time', article.publishedOn);
  html += meta('property', 'article:modified_time', article.updatedAt);
  html += meta('property', 'article:section', article.desk);
  for (const tag of article.tags) html += meta('property', 'article:tag', tag);
  html += meta('name', 'muharrir:id', article.id);
  html += meta('name', 'muharrir:status', article.status);
  html += meta('name', 'muharrir:kicker', article.kicker);
  html += meta('name', 'muharrir:slug', article.slug);
  html += meta('name', 'muharrir:dateline-place', article.dateline.place);
  html += meta('name', 'muharrir:dateline-date', article.dateline.date);
  return `${html}\n<style>\n${pageStyles}</style>\n</head>`;
}

/** The article's head as a reader sees it; importers leave it out, the fields stand in `renderHead`. */
export function renderHeader(article: Article): string {
  const { comma } = htmlWords(article.language);
  let html = line('p', 'kicker', escapeHtml(article.kicker));
  html += line('h1', '', escapeHtml(article.headline));
  html += line('p', 'deck', escapeHtml(article.deck));
  html += line('p', 'byline', escapeHtml(article.bylines.join(comma)));
  const { dateline, publishedOn, language } = article;
  const isSameDay = dateline.date !== null && publishedOn?.startsWith(dateline.date) === true;
  const dates = [
    escapeHtml(dateline.place),
    isSameDay ? '' : renderDate(dateline.date, language),
    renderDate(publishedOn, language),
  ];
  html += line('p', 'dateline', dates.filter((part) => part !== '').join(comma));
  return html === '' ? '' : `<header data-type="article-header">${html}\n</header>\n`;
}

/** A date of the grain it is known in, in words of the language where the runtime has them. */
function renderDate(value: string | null, language: string): string {
  if (value === null) return '';
  return `<time datetime="${value}">${escapeHtml(formatDate(value, language))}</time>`;
}

function formatDate(value: string, language: string): string {
  const [year, month, day] = value.slice(0, 10).split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1) return value;
  const time = /T(\d{2}:\d{2})/.exec(value)?.[1];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year);
  const text = dateFormat(language).format(date);
  return time === undefined ? text : `${text} ${time}`;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: string): Intl.DateTimeFormat {
  let format = dateFormats.get(language);
  if (format === undefined) {
    const [locale] = supportedLocale(language);
    format = new Intl.DateTimeFormat(locale ?? 'en-GB', {
      calendar: 'gregory',
      numberingSystem: 'latn',
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    dateFormats.set(language, format);
  }
  return format;
}

/** Empty for a language that is well formed for us but not for the runtime, or that it does not have. */
function supportedLocale(language: string): string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language]);
  } catch {
    return [];
  }
}

function meta(key: 'name' | 'property', name: string, content: string | null): string {
  if (content === null || content === '') return '';
  return `\n<meta ${key}="${name}" content="${escapeHtmlAttribute(content)}">`;
}

function line(tag: string, name: string, content: string): string {
  if (content === '') return '';
  return `\n<${tag}${name === '' ? '' : ` class="${name}"`} dir="auto">${content}</${tag}>`;
}
