import { canonicalDocument } from '../../core/article/canonical-document.ts';
import type { ArticleFields } from '../../core/article/article.ts';
import { documentSchemaVersion } from '../../core/article/document-schema.ts';
import type { ArticleDocument, DocumentMark, DocumentNode } from '../../core/article/document.ts';
import { familyNames, givenNames, places } from './arabic-words.ts';
import { newsWords } from './news-words.ts';
import type { NewsWords } from './news-words.ts';
import type { Random } from './random.ts';

export interface NewsArticle {
  fields: Partial<ArticleFields>;
  document: ArticleDocument;
}

/** An article of about `words` words: paragraphs, now and then a heading, list, quotation, bold words or link. */
export function newsArticle(random: Random, words: number): NewsArticle {
  const news = newsWords(random);
  return {
    fields: {
      headline: news.words(random.between(6, 11)),
      kicker: random.chance(0.4) ? news.words(2) : '',
      deck: random.chance(0.5) ? news.words(14) : '',
      bylines: [`${random.pick(givenNames)} ${random.pick(familyNames)}`],
      dateline: { place: random.pick(places), date: null },
      desk: random.pick(['محليات', 'اقتصاد', 'ثقافة', 'رياضة', 'سياسة']),
      tags: [news.word(), news.word(), news.word()],
      status: random.pick(['draft', 'editing', 'review', 'ready', 'published']),
    },
    document: toDocument(blocks(random, news, words)),
  };
}

/** An article of paragraphs alone, about `words` words. */
export function plainArticle(random: Random, words: number): ArticleDocument {
  const news = newsWords(random);
  const content: DocumentNode[] = [];
  for (let left = words; left > 0;) {
    const length = Math.min(left, random.between(30, 90));
    content.push(paragraph([{ type: 'text', text: news.paragraph(length) }]));
    left -= length;
  }
  return toDocument(content);
}

export function toDocument(content: DocumentNode[]): ArticleDocument {
  return {
    schemaVersion: documentSchemaVersion,
    doc: canonicalDocument({ type: 'doc', content }),
  };
}

export function paragraph(content: DocumentNode[]): DocumentNode {
  return { type: 'paragraph', content };
}

function blocks(random: Random, news: NewsWords, words: number): DocumentNode[] {
  const content: DocumentNode[] = [];
  for (let left = words; left > 0;) {
    const length = Math.min(left, random.between(25, 70));
    const kind = random.next();
    if (kind < 0.06 && left > 60) content.push(heading(news.words(5)));
    if (kind > 0.95) {
      content.push({
        type: 'blockquote',
        content: [paragraph(inline(random, news, length))],
      });
    } else if (kind > 0.9) {
      const item = () => ({
        type: 'listItem',
        content: [paragraph(inline(random, news, Math.ceil(length / 4)))],
      });
      content.push({ type: 'bulletList', content: Array.from({ length: 4 }, item) });
    } else content.push(paragraph(inline(random, news, length)));
    left -= length;
  }
  return content;
}

function heading(text: string): DocumentNode {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] };
}

function inline(random: Random, news: NewsWords, words: number): DocumentNode[] {
  const text = news.paragraph(words);
  const marks = markOf(random);
  if (marks === undefined || text.length < 60) return [{ type: 'text', text }];
  const from = text.indexOf(' ', 10) + 1;
  const to = text.indexOf(' ', from + 12);
  return [
    { type: 'text', text: text.slice(0, from) },
    { type: 'text', text: text.slice(from, to), marks: [marks] },
    { type: 'text', text: text.slice(to) },
  ];
}

function markOf(random: Random): DocumentMark | undefined {
  const kind = random.next();
  if (kind < 0.15) return { type: 'bold' };
  if (kind < 0.2) return { type: 'italic' };
  if (kind < 0.35) return { type: 'link', attrs: { href: 'https://example.org/news?a=1&b=2' } };
  return undefined;
}
