/**
 * Makes lists of the paragraphs that a word processor writes for them: `mso-list: l0 level2 lfo1` in the style (here in
 * `data-style`), with the bullet or the number as text in front.
 */
export function turnWordLists(fragment: DocumentFragment): void {
  let open: OpenList[] = [];
  for (const item of fragment.querySelectorAll<HTMLElement>('p[data-style*="mso-list"]')) {
    const level = Number(/mso-list:\s*\S+\s+level(\d)/i.exec(item.dataset['style'] ?? '')?.[1]);
    if (!(level >= 1)) continue;
    const marker = item.querySelector('[data-style*="mso-list:Ignore" i]');
    const tag = isNumber(marker?.textContent ?? '') ? 'ol' : 'ul';
    marker?.remove();
    if (item.previousElementSibling !== open[0]?.list) open = [];
    open = open.filter(
      (other) => other.level < level || (other.level === level && other.tag === tag),
    );
    const last = open.at(-1);
    let list = last?.list;
    if (last === undefined || last.level < level || list === undefined) {
      list = document.createElement(tag);
      const outer = last?.list.lastElementChild;
      if (outer === undefined || outer === null) item.before(list);
      else outer.append(list);
      open.push({ level, tag, list });
    }
    const entry = document.createElement('li');
    entry.append(item);
    list.append(entry);
  }
}

/** Empty paragraphs are how other programs write space. */
export function dropEmptyParagraphs(fragment: DocumentFragment): void {
  for (const paragraph of fragment.querySelectorAll('p')) {
    const isEmpty = (paragraph.textContent ?? '').trim() === '';
    if (isEmpty && paragraph.querySelector('img, figure') === null) paragraph.remove();
  }
}

interface OpenList {
  level: number;
  tag: 'ul' | 'ol';
  list: Element;
}

/** `1.`, `ب)`, `(iv)`; not `·`, nor the `o` of a second level. */
function isNumber(marker: string): boolean {
  return /^\s*(\(\s*)?[\p{L}\p{N}]+\s*[.)\-–]/u.test(marker);
}
