import type { DocumentNode } from '../article/document.ts';
import { isImageSource } from '../article/document-attributes.ts';
import { attributeOf, findElements } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';
import { readDirection, readInline, readPlainLine } from './html-inline.ts';
import type { WalkContext } from './html-inline.ts';

/** A figure with its image, or with the place of one; undefined for a figure of something else. */
export function readFigure(element: HtmlElement, context: WalkContext): DocumentNode[] | undefined {
  const images = findElements(element, (child) => child.tagName === 'img');
  const declared = attributeOf(element, 'data-src');
  const sources = images.map(imageSource);
  const shown = sources.findIndex((source) => source.startsWith('data:'));
  if (declared === undefined && images.length === 0) return undefined;

  const main = Math.max(0, shown);
  const image = images[main];
  const src = shown >= 0 || !isImageSource(declared) ? (sources[main] ?? '') : (declared ?? '');
  const caption = findElements(element, (child) => child.tagName === 'figcaption')[0];
  const credit = findElements(element, isCredit)[0];
  const captionText =
    caption && findElements(caption, (child) => child.tagName === 'p' && !isCredit(child))[0];
  const own = readDirection(element);
  context.countTextBlock();
  return [
    ...images.filter((other) => other !== image).flatMap((other) => readImage(other, context)),
    {
      type: 'figure',
      attrs: {
        src,
        alt: (image && attributeOf(image, 'alt')) ?? attributeOf(element, 'data-alt') ?? '',
        credit:
          credit === undefined
            ? (attributeOf(element, 'data-credit') ?? '')
            : readPlainLine(credit.childNodes, context),
        dir: own['dir'] === 'auto' && captionText ? readDirection(captionText)['dir'] : own['dir'],
      },
      content: caption === undefined ? [] : readInline(caption.childNodes, context, isCredit),
    },
  ];
}

/** An image outside a figure. Nothing where it is not an address the document may hold, or a counting pixel. */
export function readImage(element: HtmlElement, context: WalkContext): DocumentNode[] {
  const src = imageSource(element);
  const isPixel = ['width', 'height'].some((side) =>
    /^[01]$/.test(attributeOf(element, side) ?? ''),
  );
  if (src === '' || isPixel) return [];
  context.countTextBlock();
  return [{ type: 'figure', attrs: { src, alt: attributeOf(element, 'alt') ?? '' } }];
}

/** Address of an image as a document may hold it, or embedded as a `data:` URI of a known kind; else empty. */
function imageSource(element: HtmlElement): string {
  const src = attributeOf(element, 'src')?.trim() ?? '';
  return isEmbeddedImage(src) || isImageSource(src) ? src : '';
}

export function isEmbeddedImage(src: unknown): src is string {
  return (
    typeof src === 'string' &&
    /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+=*$/.test(src)
  );
}

function isCredit(element: HtmlElement): boolean {
  return attributeOf(element, 'data-type') === 'credit';
}
