import type { DefaultTreeAdapterTypes } from 'parse5';
import type { DocumentNode } from '../article/document.ts';
import { toPlainText } from '../article/plain-text.ts';
import type { PlainText } from '../article/plain-text.ts';
import { canonicalImport } from './canonical-import.ts';
import {
  attributeOf,
  childElements,
  findElements,
  readableLines,
  readableText,
} from './html-tree.ts';
import type { HtmlElement, HtmlParent } from './html-tree.ts';
import { readDocument } from './html-walk.ts';
import { placeAt } from './change-place.ts';
import type { ImportChange } from './import-report.ts';

/** A page that is not of our making: the part with the text, its headline, and what was left out. */
export function readPage(page: DefaultTreeAdapterTypes.Document): {
  doc: DocumentNode;
  headline: string;
  changes: ImportChange[];
} {
  const [body] = findElements(page, ({ tagName }) => tagName === 'body');
  const root = body === undefined ? page : findTextRoot(body);
  const heading = findHeadline(root) ?? findHeadline(page);
  const parts: RemovedPart[] = [];
  const remove = (element: HtmlElement, textBlocks: number, rule = ruleFor(element)) => {
    parts.push({ element, textBlocks, rule });
  };

  if (body !== undefined) leaveSurroundings(body, root, heading, remove);
  const doc = canonicalImport(
    readDocument(root, {
      leaveOut(element, textBlocks) {
        if (element === heading) remove(element, textBlocks, 'headline');
        else if (isFurniture(element, heading, root, body)) remove(element, textBlocks);
        else return false;
        return true;
      },
    }),
  );
  const headline = heading === undefined ? '' : readableText(heading);
  return { doc, headline, changes: listChanges(parts, toPlainText(doc)) };
}

interface RemovedPart {
  element: HtmlElement;
  /** Text blocks of the document before it; Infinity: it stood after all of them. */
  textBlocks: number;
  rule: ImportChange['rule'];
}

/** The only `article`, else the only `main`, if it holds most of the page's text; else the whole body. */
function findTextRoot(body: HtmlElement): HtmlElement {
  const whole = readableText(body).length;
  for (const accepts of [isArticle, isMain]) {
    const [only, ...others] = findElements(body, accepts);
    if (only !== undefined && others.length === 0 && readableText(only).length * 2 >= whole) {
      return only;
    }
  }
  return body;
}

/** Everything beside the way from the body down to `root`. */
function leaveSurroundings(
  body: HtmlElement,
  root: HtmlElement | HtmlParent,
  heading: HtmlElement | undefined,
  remove: (element: HtmlElement, textBlocks: number, rule?: ImportChange['rule']) => void,
): void {
  let isBefore = true;
  const visit = (parent: HtmlElement) => {
    for (const child of childElements(parent)) {
      if (child === root) isBefore = false;
      else if (child === heading) remove(child, isBefore ? 0 : Infinity, 'headline');
      else if (contains(child, root) || (heading !== undefined && contains(child, heading))) {
        visit(child);
      } else remove(child, isBefore ? 0 : Infinity);
    }
  };
  if (body !== root) visit(body);
}

function contains(element: HtmlElement, wanted: HtmlParent): boolean {
  return findElements(element, (child) => child === wanted).length > 0;
}

function findHeadline(root: HtmlParent): HtmlElement | undefined {
  return findElements(
    root,
    (element) => element.tagName === 'h1' && readableText(element) !== '',
  )[0];
}

/**
 * Never what holds the headline. A `header` only beside a text that has no element of its own, and a `form` only if it
 * does not hold most of the text: some sites put the whole page into one.
 */
function isFurniture(
  element: HtmlElement,
  heading: HtmlElement | undefined,
  root: HtmlParent,
  body: HtmlElement | undefined,
): boolean {
  if (!isFurnitureTag(element) || attributeOf(element, 'data-type') === 'pull-quote') return false;
  if (heading !== undefined && contains(element, heading)) return false;
  if (element.tagName === 'header') return root === body;
  if (element.tagName !== 'form') return true;
  return readableText(element).length * 2 < readableText(root).length;
}

function isFurnitureTag(element: HtmlElement): boolean {
  return (
    /^(?:nav|aside|footer|header|form)$/.test(element.tagName) ||
    /^(?:navigation|complementary|contentinfo|banner|search)$/.test(
      attributeOf(element, 'role') ?? '',
    )
  );
}

function ruleFor(element: HtmlElement): ImportChange['rule'] {
  const role = attributeOf(element, 'role');
  if (element.tagName === 'nav' || role === 'navigation') return 'navigation';
  if (element.tagName === 'footer' || role === 'contentinfo') return 'footer';
  if (element.tagName === 'aside' || role === 'complementary') return 'related-links';
  return 'markup';
}

function listChanges(parts: readonly RemovedPart[], plain: PlainText): ImportChange[] {
  const changes: ImportChange[] = [];
  for (const { element, textBlocks, rule } of parts) {
    const original =
      rule === 'headline' ? readableText(element) : readableLines(element).join('\n');
    const range = element.sourceCodeLocation;
    if (original === '' || !range) continue;
    const offset = plain.blocks[textBlocks]?.start ?? plain.text.length;
    changes.push({
      id: changes.length,
      kind: rule === 'headline' ? 'headline' : 'removed',
      rule,
      start: range.startOffset,
      end: range.endOffset,
      original,
      replacement: '',
      place: placeAt(plain.text, offset),
      state: 'applied',
    });
  }
  return changes;
}

function isArticle(element: HtmlElement): boolean {
  return element.tagName === 'article';
}

function isMain(element: HtmlElement): boolean {
  return element.tagName === 'main' || attributeOf(element, 'role') === 'main';
}
