import type { ExportFormat } from '../../core/exporters/export-format.ts';
import { client } from '../api/client.ts';
import type { ArticleSession } from '../editor/article-session.ts';

/** Thrown when the last change could not be saved, so that an export would not be what is on the screen. */
export class UnsavedError extends Error {
  constructor() {
    super('The last change could not be saved');
    this.name = 'UnsavedError';
  }
}

/** Saves what was typed, then renders the article as it is on disk. @throws UnsavedError, or what the backend throws. */
export async function renderExport(session: ArticleSession, format: ExportFormat) {
  if (!(await session.flush())) throw new UnsavedError();
  return client.exports.render({ id: session.id, format });
}

/** Hands `text` to the person as a file: the desktop window asks where to, a browser puts it with its downloads. */
export function downloadFile(fileName: string, mediaType: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Puts text on the clipboard; HTML also as HTML, so that other editors paste it with its form. By a copy event, because
 * the clipboard's own interface asks for a permission, and the desktop window gives none. @throws Error when refused.
 */
export function copyText(text: string, mediaType: string): void {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    if (mediaType.startsWith('text/html')) event.clipboardData?.setData('text/html', text);
  };
  document.addEventListener('copy', fill, { capture: true });
  try {
    if (!document.execCommand('copy')) throw new Error('Copying was refused');
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}
