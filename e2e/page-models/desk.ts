import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { strings } from '../../renderer/strings/strings.ts';
import type { Strings } from '../../renderer/strings/strings.ts';

export type InterfaceLanguage = 'ar' | 'en';

/** The whole window: title bar, library, page, inspector. Everything is found by its role and label. */
export class Desk {
  readonly page: Page;
  readonly words: Strings;

  constructor(page: Page, language: InterfaceLanguage = 'ar') {
    this.page = page;
    this.words = strings[language];
  }

  /** Waits until the window can be worked with. */
  async ready(): Promise<void> {
    await expect(this.library).toBeVisible();
    await expect(this.page.getByText(this.words.shell.connecting)).toBeHidden();
  }

  get library(): Locator {
    return this.page.getByRole('complementary', { name: this.words.shell.libraryPane });
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: this.words.shell.inspectorPane });
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: this.words.editor.text, exact: true });
  }

  get headline(): Locator {
    return this.page.getByRole('textbox', { name: this.words.editor.headline, exact: true });
  }

  article(headline: string): Locator {
    return this.library.getByRole('option').filter({ hasText: headline });
  }

  async open(headline: string): Promise<void> {
    await this.article(headline).click();
    await expect(this.headline).toHaveValue(headline);
  }

  async showPanel(panel: 'data' | 'names' | 'dates' | 'sources' | 'import'): Promise<Locator> {
    await this.inspector.getByRole('tab', { name: this.words.panels[panel] }).click();
    return this.inspector.getByRole('tabpanel', { name: this.words.panels[panel] });
  }

  /** Waits until the program says that everything is on disk. */
  async saved(): Promise<void> {
    const saved = this.words.editor.saving.saved('').trim();
    await expect(this.page.getByRole('status').filter({ hasText: saved })).toBeVisible();
  }

  /** Chooses files in the import dialog. One good file opens its article at once; several show a summary. */
  async import(files: { name: string; text: string | Buffer }[]): Promise<void> {
    await this.library.getByRole('button', { name: this.words.shell.importFiles }).first().click();
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.importDialog.getByRole('button', { name: this.words.imports.chooseFiles }).click(),
    ]);
    await chooser.setFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
    );
  }

  get importDialog(): Locator {
    return this.page.getByRole('dialog', { name: this.words.imports.title });
  }

  /** Selects the first place of `words` in the text, as a drag of the mouse over them does. */
  async select(words: string): Promise<void> {
    await this.text.evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      const whole = nodes.map((node) => node.data).join('');
      const start = whole.indexOf(wanted);
      if (start < 0) throw new Error(`Not on the page: ${wanted}`);
      const place = (offset: number): [Text, number] => {
        let rest = offset;
        for (const node of nodes) {
          if (rest <= node.data.length) return [node, rest];
          rest -= node.data.length;
        }
        throw new Error('outside the text');
      };
      (root as HTMLElement).focus();
      const [from, to] = [place(start), place(start + wanted.length)];
      getSelection()?.setBaseAndExtent(...from, ...to);
    }, words);
    await expect.poll(() => this.page.evaluate(() => getSelection()?.toString())).toBe(words);
  }

  /** Makes a name, date or source of words in the text; `fill` does what the form still wants. */
  async annotate(
    kind: 'name' | 'date' | 'source',
    words: string,
    fill: (form: Locator) => Promise<void> = async () => {},
  ): Promise<void> {
    const titles = {
      name: this.words.editor.annotation.newName,
      date: this.words.editor.annotation.newDate,
      source: this.words.editor.annotation.newSource,
    };
    await this.select(words);
    await this.page.keyboard.press(`Control+Shift+Digit${{ name: 1, date: 2, source: 3 }[kind]}`);
    const form = this.page.getByRole('dialog', { name: titles[kind] });
    await fill(form);
    await form
      .getByRole('button', { name: this.words.editor.annotation.confirm, exact: true })
      .click();
    await expect(form).toBeHidden();
  }

  async export(format: 'exportHtml' | 'exportFragment' | 'exportMarkdown'): Promise<void> {
    await this.page.getByRole('button', { name: this.words.shell.export, exact: true }).click();
    const hint = this.words.shell[`${format}Hint`];
    await this.page.getByRole('menuitem').filter({ hasText: hint }).click();
  }
}
