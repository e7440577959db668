import type { DefaultTreeAdapterTypes } from 'parse5';
import { emptyArticleFields } from '../article/article.ts';
import type { ArticleFields } from '../article/article.ts';
import { generatorName } from '../exporters/html-head.ts';
import { acceptFields } from './accept-fields.ts';
import { attributeOf, findElements, readableText } from './html-tree.ts';

type Page = DefaultTreeAdapterTypes.Document;

export function isOwnPage(page: Page): boolean {
  return readMeta(page).get('generator')?.includes(generatorName) ?? false;
}

/** Every field of a page that `renderHtml` wrote. */
export function readOwnFields(page: Page): ArticleFields {
  const meta = readMeta(page);
  const first = (name: string) => meta.get(name)?.[0] ?? '';
  const candidate: Record<keyof ArticleFields, unknown> = {
    headline: first('og:title'),
    kicker: first('muharrir:kicker'),
    deck: first('description'),
    slug: first('muharrir:slug'),
    bylines: meta.get('author') ?? [],
    dateline: {
      place: first('muharrir:dateline-place'),
      date: first('muharrir:dateline-date') || null,
    },
    desk: first('article:section'),
    language: readLanguage(page),
    tags: meta.get('article:tag') ?? [],
    publishedOn: first('article:published_time') || null,
    status: first('muharrir:status'),
  };
  return { ...emptyArticleFields, ...acceptFields(candidate) };
}

/** What a page of somebody else says of its article. `headline`: its first `h1`, where it has one. */
export function readPageFields(page: Page, headline: string): Partial<ArticleFields> {
  const meta = readMeta(page);
  const first = (name: string) => meta.get(name)?.[0];
  const [title] = findElements(page, (element) => element.tagName === 'title');
  const candidate: Partial<Record<keyof ArticleFields, unknown>> = {
    headline: headline || first('og:title') || (title ? titleText(title.childNodes) : ''),
    bylines: (meta.get('author') ?? meta.get('article:author') ?? []).filter(isName),
    desk: first('article:section') ?? '',
    tags: meta.get('article:tag') ?? [],
    publishedOn: first('article:published_time') ?? first('date') ?? first('datepublished') ?? '',
  };
  const language = readLanguage(page);
  if (language !== '') candidate.language = language;
  const accepted = Object.entries(acceptFields(candidate)).filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(accepted);
}

/** Contents of the page's `meta` elements by lower-case name or property, in order. */
function readMeta(page: Page): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of findElements(page, ({ tagName }) => tagName === 'meta')) {
    const name = (attributeOf(element, 'name') ?? attributeOf(element, 'property'))?.toLowerCase();
    const content = attributeOf(element, 'content');
    if (name === undefined || content === undefined || content === '') continue;
    const known = meta.get(name);
    if (known === undefined) meta.set(name, [content]);
    else known.push(content);
  }
  return meta;
}

function readLanguage(page: Page): string {
  const [root] = findElements(page, ({ tagName }) => tagName === 'html');
  const [primary, ...subtags] = ((root && attributeOf(root, 'lang')) ?? '').trim().split(/[-_]/);
  return primary === undefined ? '' : [primary.toLowerCase(), ...subtags].join('-');
}

/** Some sites name an author by the address of a page. */
function isName(author: string): boolean {
  return !/^https?:/i.test(author);
}

function titleText(nodes: DefaultTreeAdapterTypes.ChildNode[]): string {
  return readableText({ nodeName: '#document-fragment', childNodes: nodes });
}
