import { AppError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import { importHtml } from './html.ts';
import { importMarkdown } from './markdown.ts';
import type { ParsedImport } from './parsed-import.ts';
import { importWebScrape } from './web-scrape.ts';

/**
 * The article in a file: the one way in for every door. By its name, and for text files by what they hold, it is read
 * as scraped text, Markdown or HTML. Throws FILE_UNSUPPORTED, FILE_TOO_LARGE, FILE_EMPTY or FILE_NOT_TEXT with
 * `{ fileName }`; text of any other kind whatever is imported.
 */
export function importFile(bytes: Uint8Array, fileName: string): ParsedImport {
  const named = formatOfName(fileName);
  if (named === null) throw new AppError('FILE_UNSUPPORTED', { fileName });
  const { text, encoding } = decodeText(bytes, fileName, declaredCharset(bytes));
  const format = named === 'text' && isHtmlPage.test(text) ? 'html' : named;
  const parsed = { html: importHtml, markdown: importMarkdown, text: importWebScrape }[format](
    text,
  );
  return { format, encoding, text, ...parsed };
}

/** The format that a file name says, or null; a name without an extension is a text's. */
export function formatOfName(fileName: string): ParsedImport['format'] | null {
  const extension = /[^./\\]\.([a-z][a-z0-9]{0,9})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return formats.get(extension) ?? null;
}

const formats = new Map<string, ParsedImport['format']>([
  ['', 'text'],
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
]);

const isHtmlPage =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html)[\s>]/i;

/** The encoding that a page names in its first kilobyte, where it is one that can be read byte by byte. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return /<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*["']?\s*([\w-]{1,40})/i.exec(
    head,
  )?.[1];
}
