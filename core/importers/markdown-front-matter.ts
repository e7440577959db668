import { parse } from 'yaml';
import type { ArticleFields } from '../article/article.ts';
import { acceptFields } from './accept-fields.ts';

/**
 * Fields from YAML front matter: ours by their names, of others' the usual ones. A value that a field may not hold
 * is left out. `none`: YAML, but not named values; `broken`: not YAML.
 */
export function readFrontMatter(matter: string): Partial<ArticleFields> | 'none' | 'broken' {
  let value: unknown;
  try {
    value = parse(matter, { schema: 'core', logLevel: 'error' });
  } catch {
    return 'broken';
  }
  if (value === null) return {};
  if (!isNamedValues(value)) return 'none';
  const candidate: Record<string, unknown> = {};
  for (const [name, aliases] of Object.entries(fieldNames)) {
    const found = aliases.find((alias) => value[alias] !== undefined && value[alias] !== null);
    if (found !== undefined) candidate[name] = toFieldValue(name, value[found]);
  }
  if (value['publishedOn'] === null) candidate['publishedOn'] = null;
  return acceptFields(candidate);
}

const fieldNames: Readonly<Record<keyof ArticleFields, readonly string[]>> = {
  headline: ['headline', 'title'],
  kicker: ['kicker'],
  deck: ['deck', 'subtitle', 'description', 'summary'],
  slug: ['slug'],
  bylines: ['bylines', 'byline', 'authors', 'author'],
  dateline: ['dateline'],
  desk: ['desk', 'section'],
  language: ['language', 'lang'],
  tags: ['tags', 'keywords'],
  publishedOn: ['publishedOn', 'date', 'published'],
  status: ['status'],
};

function toFieldValue(name: string, value: unknown): unknown {
  if (name === 'bylines' || name === 'tags') {
    if (Array.isArray(value)) return value.map(toText);
    return toText(value)
      .split(/[,،؛;]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  if (name === 'dateline') {
    if (!isNamedValues(value)) return { place: toText(value), date: null };
    return { place: toText(value['place']), date: value['date'] ?? null };
  }
  return toText(value);
}

/** Numbers too: a headline may be a year. */
function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isNamedValues(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
