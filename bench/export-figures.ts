import { emptyArticleFields } from '../core/article/article.ts';
import type { Article } from '../core/article/article.ts';
import type { ArticleDocument } from '../core/article/document.ts';
import { renderHtml } from '../core/exporters/html.ts';
import { renderMarkdown } from '../core/exporters/markdown.ts';
import type { FigureGroup } from './bench-run.ts';
import { makeFigure, perSecond } from './figure.ts';
import { interleave } from './interleave.ts';
import { otherRenderers } from './other-renderers.ts';
import { plainWalk } from './plain-walk.ts';
import { newsArticle } from './texts/news-article.ts';
import { makeRandom } from './texts/random.ts';

const words = 400;
const batch = 50;

export const exportFigures: FigureGroup = {
  name: 'export',
  heading: `Exports of ${words} words`,
  measure: async ({ short, tell }) => {
    const articles = makeArticles(batch * 4);
    const images = { resolveImage: () => '' };
    const others = await otherRenderers(tell);
    const each =
      (render: (article: Article, document: ArticleDocument) => unknown) => (round: number) => {
        const first = (round % 4) * batch;
        for (let at = first; at < first + batch; at += 1) {
          const made = articles[at];
          if (made !== undefined) render(made.article, made.document);
        }
      };
    const names = {
      page: 'HTML page',
      fragment: 'HTML fragment',
      markdown: 'Markdown',
      ...Object.fromEntries(others.map(({ name }) => [name, name])),
    };
    const times: Record<string, number[]> = await interleave(
      {
        walk: each((_, document) => plainWalk(document.doc)),
        page: each((article, document) =>
          renderHtml(article, document, { profile: 'document', ...images }),
        ),
        fragment: each((article, document) =>
          renderHtml(article, document, { profile: 'fragment', ...images }),
        ),
        markdown: each((article, document) => renderMarkdown(article, document, images)),
        ...Object.fromEntries(
          others.map(({ name, render }) => [name, each((_, document) => render(document))]),
        ),
      },
      { rounds: short ? 60 : 300, warmUp: 60 },
    );
    const rates = (name: string) => perSecond(times[name] ?? [], batch);
    const floor = { name: 'a plain walk to HTML', samples: rates('walk') };
    return Object.entries(names).map(([key, name]) =>
      makeFigure({
        group: 'export',
        name,
        unit: 'per s',
        samples: rates(key),
        floor,
        ...(key in ours && { aim: { of: 'p50', least: 10_000 } }),
      }),
    );
  },
};

const ours = { page: true, fragment: true, markdown: true };

function makeArticles(count: number): { article: Article; document: ArticleDocument }[] {
  const random = makeRandom(3);
  return Array.from({ length: count }, (_, index) => {
    const { fields, document } = newsArticle(random, words);
    const article: Article = {
      ...emptyArticleFields,
      ...fields,
      id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      createdAt: '2026-01-28T10:00:00.000Z',
      updatedAt: '2026-01-28T10:00:00.000Z',
      revision: 1,
      wordCount: words,
      deletedAt: null,
    };
    return { article, document };
  });
}
