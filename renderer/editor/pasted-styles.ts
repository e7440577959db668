/**
 * Makes marks of what other programs write as styles (here in `data-style`): Google Docs knows no `<strong>`, only spans
 * with a weight, and puts a `<b>` of normal weight around everything.
 */
export function turnStylesIntoMarks(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll<HTMLElement>('[data-style]')) {
    const styles = readStyles(element.dataset['style'] ?? '');
    if (element.matches('b, strong') && isRegular(styles.get('font-weight'))) {
      element.replaceWith(...element.childNodes);
      continue;
    }
    // A weight of a whole paragraph or heading is how it looks there, not what it says.
    if (!element.matches('span, font, a')) continue;
    for (const [tag, isMeant] of marks) {
      if (!isMeant(styles)) continue;
      const mark = document.createElement(tag);
      mark.append(...element.childNodes);
      element.append(mark);
    }
  }
}

type Styles = ReadonlyMap<string, string>;

const marks: readonly [tag: string, isMeant: (styles: Styles) => boolean][] = [
  ['strong', (styles) => /^(bold|bolder|[6-9]00)$/.test(styles.get('font-weight') ?? '')],
  ['em', (styles) => /^(italic|oblique)/.test(styles.get('font-style') ?? '')],
  ['s', (styles) => decorationOf(styles).includes('line-through')],
  ['sup', (styles) => styles.get('vertical-align') === 'super'],
  ['sub', (styles) => styles.get('vertical-align') === 'sub'],
];

function decorationOf(styles: Styles): string {
  return `${styles.get('text-decoration') ?? ''} ${styles.get('text-decoration-line') ?? ''}`;
}

function isRegular(weight: string | undefined): boolean {
  return /^(normal|lighter|[1-5]00)$/.test(weight ?? '');
}

function readStyles(written: string): Styles {
  return new Map(
    written
      .toLowerCase()
      .split(';')
      .map((rule): [string, string] => {
        const [name = '', value = ''] = rule.split(/:(.*)/s);
        return [name.trim(), value.replace('!important', '').trim()];
      }),
  );
}
