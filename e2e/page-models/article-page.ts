import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { AnnotationKind } from '../../core/article/annotation.ts';
import type { Direction } from '../../core/article/document.ts';
import { shortcutKeys } from '../../renderer/editor/shortcuts.ts';
import type { ShortcutId } from '../../renderer/editor/shortcuts.ts';
import type { Strings } from '../../renderer/strings/strings.ts';

export type TableAction = Exclude<keyof Strings['editor']['table'], 'pick' | 'size' | 'sizeLabel'>;

/** The page in the middle: toolbar, the fields above the text, the text, and what opens over it. */
export class ArticlePage {
  readonly #window: Page;
  readonly #words: Strings;

  constructor(window: Page, words: Strings) {
    this.#window = window;
    this.#words = words;
  }

  get text(): Locator {
    return this.#window.getByRole('textbox', { name: this.#words.editor.text, exact: true });
  }

  get headline(): Locator {
    return this.#window.getByRole('textbox', { name: this.#words.editor.headline, exact: true });
  }

  /** The words of the text. */
  async words(): Promise<string> {
    return (await this.text.textContent()) ?? '';
  }

  /** Blocks of the text that hold `words`. */
  paragraph(words: string): Locator {
    return this.text.getByRole('paragraph').filter({ hasText: words });
  }

  /** Types at the caret, as an input method does: at once, without keys. */
  async type(words: string): Promise<void> {
    await this.#window.keyboard.insertText(words);
  }

  async press(key: string): Promise<void> {
    await this.#window.keyboard.press(key);
  }

  async shortcut(id: ShortcutId): Promise<void> {
    await this.press(
      shortcutKeys[id][0].replace('Mod', 'ControlOrMeta').replace('Ctrl', 'Control'),
    );
  }

  /** Puts the caret behind the last character. */
  async caretToEnd(): Promise<void> {
    await this.text.focus();
    await this.press('ControlOrMeta+End');
  }

  /** Selects a place of `words` in the text (counted from 1), as a drag of the mouse over them does. */
  async select(words: string, place = 1): Promise<void> {
    await this.text.evaluate(
      (root, [wanted, count]) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        while (walker.nextNode()) nodes.push(walker.currentNode as Text);
        const whole = nodes.map((node) => node.data).join('');
        let start = whole.indexOf(wanted);
        for (let seen = 1; seen < count && start >= 0; seen += 1) {
          start = whole.indexOf(wanted, start + wanted.length);
        }
        if (start < 0) throw new Error(`Not on the page: ${wanted}`);
        const find = (offset: number, isEnd: boolean): [Text, number] => {
          let rest = offset;
          for (const node of nodes) {
            if (rest < node.length || (isEnd && rest === node.length)) return [node, rest];
            rest -= node.length;
          }
          throw new Error('outside the text');
        };
        (root as HTMLElement).focus();
        const [from, to] = [find(start, false), find(start + wanted.length, true)];
        getSelection()?.setBaseAndExtent(...from, ...to);
      },
      [words, place] as const,
    );
    await expect.poll(() => this.selected()).toBe(words);
  }

  /**
   * Selects `words` of the Arabic text by keys: to them from the beginning of the text, word by word and then letter by
   * letter, and over them with Shift. `step`: letter or word; digits stand the other way round, a person goes over them
   * by words.
   */
  async selectByKeys(words: string, step: 'letter' | 'word' = 'letter'): Promise<void> {
    await expect(this.text).toBeFocused();
    const start = ((await this.text.textContent()) ?? '').indexOf(words);
    expect(start).toBeGreaterThanOrEqual(0);
    // Some 20 ms after the focus came, ProseMirror puts the caret once more where it was: no hand is that fast.
    await expect(async () => {
      await this.press('ControlOrMeta+Home');
      expect(await this.#caret()).toBe(0);
    }).toPass();
    for (let pressed = 0; pressed < 400; pressed += 1) {
      const caret = await this.#caret();
      if (caret === start) break;
      const isNear = Math.abs(start - caret) < 8;
      if (caret > start) await this.press('ArrowRight');
      else await this.press(isNear ? 'ArrowLeft' : 'Control+ArrowLeft');
    }
    for (let pressed = 0; pressed < words.length && (await this.selected()) !== words; pressed += 1)
      await this.press(step === 'letter' ? 'Shift+ArrowLeft' : 'Control+Shift+ArrowLeft');
    await expect.poll(() => this.selected()).toBe(words);
  }

  /** How many characters of the text stand before the caret. */
  #caret(): Promise<number> {
    return this.text.evaluate((root) => {
      const selection = getSelection();
      if (selection === null || selection.focusNode === null) return -1;
      const before = document.createRange();
      before.setStart(root, 0);
      before.setEnd(selection.focusNode, selection.focusOffset);
      return before.toString().length;
    });
  }

  /** The words that are selected in the window. */
  selected(): Promise<string> {
    return this.#window.evaluate(() => getSelection()?.toString() ?? '');
  }

  /** Puts the caret right behind the first place of `words`. */
  async caretBehind(words: string): Promise<void> {
    await this.select(words);
    // The end of the selection, whatever the direction of the paragraph.
    await this.#window.evaluate(() => getSelection()?.collapseToEnd());
  }

  get toolbar(): Locator {
    return this.#window.getByRole('toolbar', { name: this.#words.editor.toolbar.label });
  }

  /** A button of the toolbar that has room in it. */
  tool(id: ShortcutId): Locator {
    return this.toolbar.getByRole('button', { name: this.#words.editor.actions[id], exact: true });
  }

  /** Uses a command of the toolbar, or of its menu where it has no room. */
  async use(id: ShortcutId): Promise<void> {
    const { toolbar, actions } = this.#words.editor;
    if ((await this.tool(id).count()) > 0) {
      await this.tool(id).click();
      return;
    }
    await this.#openMenu(toolbar.more);
    await this.#chooseItem(actions[id]);
    if (!opensPanel.has(id)) await expect(this.text).toBeFocused();
  }

  /** Undoes or redoes until there is nothing left to. */
  async repeatUntilDone(id: 'undo' | 'redo'): Promise<void> {
    while (await this.tool(id).isEnabled()) await this.shortcut(id);
  }

  /** Sets the style of the paragraph with the caret from the toolbar's list. */
  async useStyle(
    style: 'paragraph' | 'heading2' | 'heading3' | 'heading4' | 'pullQuote',
  ): Promise<void> {
    const { toolbar, actions } = this.#words.editor;
    await this.#openMenu(new RegExp(`^${toolbar.style}`));
    await this.#chooseItem(actions[style]);
    await expect(this.text).toBeFocused();
  }

  async useDirection(direction: Direction): Promise<void> {
    const { directions } = this.#words.editor;
    await this.directionTool.click();
    await this.#chooseItem(directions[direction]);
    await expect(this.text).toBeFocused();
  }

  /** Its name ends with the direction of the block with the caret. */
  get directionTool(): Locator {
    return this.toolbar.getByRole('button', {
      name: new RegExp(`^${this.#words.editor.actions.direction}`),
    });
  }

  async useTable(action: TableAction): Promise<void> {
    const { toolbar, table } = this.#words.editor;
    await this.#openMenu(toolbar.table);
    await this.#chooseItem(table[action]);
    await expect(this.text).toBeFocused();
  }

  async #openMenu(name: string | RegExp): Promise<void> {
    await this.toolbar
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .click();
  }

  async #chooseItem(label: string): Promise<void> {
    const item = this.#window
      .getByRole('menuitem')
      .or(this.#window.getByRole('menuitemradio'))
      .filter({ has: this.#window.getByText(label, { exact: true }) });
    await item.click();
    await expect(this.#window.getByRole('menu')).toBeHidden();
  }

  /** What is open over the page, by its title. */
  panel(title: string): Locator {
    return this.#window.getByRole('dialog', { name: title, exact: true });
  }

  /** Fills in the link's address; whether it was taken shows in the panel. */
  async fillLink(address: string): Promise<void> {
    const { link } = this.#words.editor;
    await this.panel(link.title).getByRole('textbox', { name: link.address }).fill(address);
    await this.press('Enter');
  }

  get linkPanel(): Locator {
    return this.panel(this.#words.editor.link.title);
  }

  async fillQuote(attribution: string, cite: string): Promise<void> {
    const { toolbar, quote } = this.#words.editor;
    await this.toolbar.getByRole('button', { name: toolbar.quote, exact: true }).click();
    const form = this.panel(quote.title);
    await form.getByRole('textbox', { name: quote.attribution }).fill(attribution);
    await form.getByRole('textbox', { name: quote.cite }).fill(cite);
    await form.getByRole('button', { name: quote.done, exact: true }).click();
    await expect(form).toBeHidden();
    await expect(this.text).toBeFocused();
  }

  /** Picks the size in the grid that is open, by keys: it starts with 3 rows and 3 columns. */
  async pickTableSize(rows: number, columns: number): Promise<void> {
    const grid = this.#window.getByRole('slider', { name: this.#words.editor.table.pick });
    await expect(grid).toBeFocused();
    for (let row = 3; row > rows; row -= 1) await this.press('ArrowUp');
    // In the Arabic window columns grow to the left.
    for (let column = 3; column > columns; column -= 1) await this.press('ArrowRight');
    await this.press('Enter');
    await expect(grid).toBeHidden();
    await expect(this.text).toBeFocused();
  }

  /** The references to footnotes in the text. */
  get footnotes(): Locator {
    return this.text.getByRole('button', { name: this.#words.editor.onPage.footnote });
  }

  /** Writes the footnote that is open and closes it. */
  async fillFootnote(words: string): Promise<void> {
    const { footnote, onPage } = this.#words.editor;
    const panel = this.panel(onPage.footnote);
    await expect(panel.getByRole('textbox', { name: footnote.placeholder })).toBeFocused();
    await this.type(words);
    await this.press('Enter');
    await expect(panel).toBeHidden();
    await expect(this.text).toBeFocused();
  }

  /** Runs `trigger` and answers its question for an image. */
  async chooseImage(
    trigger: () => Promise<void>,
    image: { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> {
    const [chooser] = await Promise.all([this.#window.waitForEvent('filechooser'), trigger()]);
    await chooser.setFiles(image);
    await expect(this.text.getByRole('figure')).toBeVisible();
  }

  async fillFigure(credit: string, alt: string): Promise<void> {
    const { figure } = this.#words.editor.onPage;
    await this.text.getByRole('textbox', { name: figure.credit }).fill(credit);
    await this.text.getByRole('textbox', { name: figure.alt }).fill(alt);
    const image = this.text.getByRole('figure').getByRole('img', { name: alt });
    await expect
      .poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
      .toBeGreaterThan(0);
  }

  get tasks(): Locator {
    return this.text.getByRole('checkbox');
  }

  /** Pastes as from another program: through the clipboard, where `html` lies untouched, and by the keyboard. */
  async paste(html: string, plain: string): Promise<void> {
    await this.#window.evaluate(
      ([markup, words]) => {
        document.addEventListener(
          'copy',
          (event) => {
            event.stopImmediatePropagation();
            event.preventDefault();
            event.clipboardData?.setData('text/html', markup);
            event.clipboardData?.setData('text/plain', words);
          },
          { once: true, capture: true },
        );
        document.execCommand('copy');
      },
      [html, plain] as const,
    );
    await this.press('ControlOrMeta+KeyV');
  }

  /** Makes a name, date or source of words in the text; `fill` does what the form still wants. */
  async annotate(
    kind: AnnotationKind,
    words: string,
    fill: (form: Locator) => Promise<void> = async () => {},
  ): Promise<void> {
    const form = await this.openAnnotation(kind, words);
    await fill(form);
    await form
      .getByRole('button', { name: this.#words.editor.annotation.confirm, exact: true })
      .click();
    await expect(form).toBeHidden();
  }

  /** Makes words one more place of a name that is there already. */
  async annotateAgain(name: string, words: string, place: number): Promise<void> {
    const form = await this.openAnnotation('name', words, place);
    await form.getByRole('button').filter({ hasText: name }).click();
    await expect(form).toBeHidden();
  }

  async openAnnotation(kind: AnnotationKind, words: string, place = 1): Promise<Locator> {
    const { newName, newDate, newSource } = this.#words.editor.annotation;
    await this.select(words, place);
    await this.shortcut(kind);
    return this.panel({ name: newName, date: newDate, source: newSource }[kind]);
  }
}

/** Commands that ask something first. */
const opensPanel: ReadonlySet<ShortcutId> = new Set(['link', 'table', 'footnote', 'figure']);
