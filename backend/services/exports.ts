import { exportFileName } from '../../core/exporters/file-name.ts';
import type { ExportFormat } from '../../core/exporters/export-format.ts';
import { renderHtml } from '../../core/exporters/html.ts';
import { renderMarkdown } from '../../core/exporters/markdown.ts';
import type { Library } from '../library.ts';
import { openArticle } from './articles.ts';
import { resolveImage } from './assets.ts';

/** An article in another form, with its images inside. Throws what `openArticle` throws. */
export function renderExport(
  library: Library,
  { id, format }: { id: string; format: ExportFormat },
): { fileName: string; mediaType: string; text: string } {
  const { article, document } = openArticle(library, id);
  const images = { resolveImage: (src: string) => resolveImage(library, src) };
  if (format === 'markdown') {
    return {
      fileName: exportFileName(article, 'md'),
      mediaType: 'text/markdown',
      text: renderMarkdown(article, document, images),
    };
  }
  const profile = format === 'html' ? 'document' : 'fragment';
  return {
    fileName: exportFileName(article, 'html'),
    mediaType: 'text/html',
    text: renderHtml(article, document, { profile, ...images }),
  };
}
