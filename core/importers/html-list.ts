import type { DocumentNode } from '../article/document.ts';
import { parseStart } from '../article/document-attributes.ts';
import { fitBlocks } from './html-fit.ts';
import { attributeOf, childElements, isHtmlElement } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';
import { readDirection } from './html-inline.ts';
import type { WalkContext } from './html-inline.ts';

/** A list, and after it the blocks of its items that may not stand in a list. Items without content are left out. */
export function readList(element: HtmlElement, context: WalkContext): DocumentNode[] {
  const isTasks = isTaskList(element);
  const items: DocumentNode[] = [];
  const lifted: DocumentNode[] = [];

  for (const child of childElements(element)) {
    if (context.leaveOut(child) || isNote(child, context)) continue;
    const read = readItem(child, context);
    lifted.push(...read.lifted);
    const last = items.at(-1);
    // A list directly inside a list belongs to the item before it.
    if (child.tagName !== 'li' && last?.content !== undefined) last.content.push(...read.content);
    else if (read.content.length > 0) {
      if (read.content[0]?.type !== 'paragraph') context.countTextBlock();
      items.push(listItem(isTasks, child, read.content));
    }
  }
  if (items.length === 0) return lifted;
  return [
    { type: listType(element, isTasks), attrs: listAttributes(element), content: items },
    ...lifted,
  ];
}

function readItem(
  element: HtmlElement,
  context: WalkContext,
): { content: DocumentNode[]; lifted: DocumentNode[] } {
  const blocks =
    element.tagName === 'li'
      ? context.readBlocks(element)
      : context.readBlocks({ nodeName: '#document-fragment', childNodes: [element] });
  const { kept, lifted } = fitBlocks(blocks, itemBlocks);
  return { content: kept, lifted };
}

function listItem(isTask: boolean, element: HtmlElement, content: DocumentNode[]): DocumentNode {
  const [first] = content;
  const complete: DocumentNode[] =
    first?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content];
  return isTask
    ? { type: 'taskItem', attrs: { checked: isChecked(element) }, content: complete }
    : { type: 'listItem', content: complete };
}

function listType(element: HtmlElement, isTasks: boolean): string {
  if (isTasks) return 'taskList';
  return element.tagName === 'ol' ? 'orderedList' : 'bulletList';
}

function listAttributes(element: HtmlElement): Record<string, unknown> {
  const attrs = readDirection(element);
  if (element.tagName === 'ol') {
    attrs['start'] = parseStart(attributeOf(element, 'start') ?? null);
  }
  return attrs;
}

/** Said by `data-type`, or shown by a checkbox at the head of every item. */
function isTaskList(element: HtmlElement): boolean {
  if (element.tagName === 'ol') return false;
  if (attributeOf(element, 'data-type') === 'taskList') return true;
  const items = childElements(element);
  return items.length > 0 && items.every((item) => checkbox(item) !== undefined);
}

function isChecked(item: HtmlElement): boolean {
  const said = attributeOf(item, 'data-checked');
  if (said !== undefined) return said === '' || said === 'true';
  const box = checkbox(item);
  return box !== undefined && attributeOf(box, 'checked') !== undefined;
}

function checkbox(item: HtmlElement): HtmlElement | undefined {
  let [first] = childElements(item);
  while (first !== undefined && (first.tagName === 'label' || first.tagName === 'p')) {
    [first] = childElements(first);
  }
  const isBox = first?.tagName === 'input' && attributeOf(first, 'type') === 'checkbox';
  return isBox ? first : undefined;
}

function isNote(element: HtmlElement, context: WalkContext): boolean {
  return isHtmlElement(element) && context.notes.get(attributeOf(element, 'id') ?? '') === element;
}

const itemBlocks = new Set(['paragraph', 'bulletList', 'orderedList', 'taskList', 'blockquote']);
