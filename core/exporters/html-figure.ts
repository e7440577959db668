import type { DocumentNode } from '../article/document.ts';
import type { HtmlContext } from './html-blocks.ts';
import { escapeHtmlAttribute, htmlAttribute } from './html-escape.ts';
import { renderText, renderTextBlock } from './html-inline.ts';

/**
 * An image with caption and credit. `data-src` keeps the document's own address unless the image itself is
 * embedded. An image that is not shown leaves its alternative text, linked where it is an address of the web.
 */
export function renderFigure(node: DocumentNode, context: HtmlContext): string {
  const src = textOf(node, 'src');
  const alt = textOf(node, 'alt');
  const credit = textOf(node, 'credit');
  const dir = textOf(node, 'dir');
  const address = src === '' ? '' : context.resolveImage(src);

  let html = '<figure';
  if (!address.startsWith('data:')) html += ` data-src="${escapeHtmlAttribute(src)}"`;
  if (dir !== 'auto') html += ` dir="${dir}"`;
  if (address === '') {
    html += `${htmlAttribute('data-alt', alt)}>${renderMissingImage(src, alt)}`;
  } else {
    html += `>\n<img src="${escapeHtmlAttribute(address)}" alt="${escapeHtmlAttribute(alt)}">`;
  }
  const caption = node.content === undefined ? '' : renderTextBlock('p', node, context.renderNote);
  const creditLine =
    credit === ''
      ? ''
      : `<p dir="auto" data-type="credit"><small>${renderText(credit)}</small></p>`;
  if (caption !== '' || creditLine !== '') {
    html += `\n<figcaption>${caption}${creditLine}</figcaption>`;
  }
  return `${html}\n</figure>`;
}

function renderMissingImage(src: string, alt: string): string {
  if (/^https?:/i.test(src)) {
    const label = renderText(alt === '' ? src : alt);
    return `\n<p dir="auto" data-type="image"><a href="${escapeHtmlAttribute(src)}">${label}</a></p>`;
  }
  return alt === '' ? '' : `\n<p dir="auto" data-type="image">${renderText(alt)}</p>`;
}

function textOf(node: DocumentNode, attribute: string): string {
  const value = node.attrs?.[attribute];
  return typeof value === 'string' ? value : '';
}
