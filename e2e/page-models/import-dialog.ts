import type { Locator, Page } from '@playwright/test';
import type { Strings } from '../../renderer/strings/strings.ts';

/** Choosing files to import, and what came of them. */
export class ImportDialog {
  readonly #window: Page;
  readonly #words: Strings;

  constructor(window: Page, words: Strings) {
    this.#window = window;
    this.#words = words;
  }

  get dialog(): Locator {
    const { title, finished } = this.#words.imports;
    return this.#window
      .getByRole('dialog', { name: title })
      .or(this.#window.getByRole('dialog', { name: finished }));
  }

  async choose(files: readonly { name: string; text: string | Buffer }[]): Promise<void> {
    const [chooser] = await Promise.all([
      this.#window.waitForEvent('filechooser'),
      this.dialog.getByRole('button', { name: this.#words.imports.chooseFiles }).click(),
    ]);
    await chooser.setFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
    );
  }

  /** Chooses files that are on disk: Playwright hands over no more than 50 MB otherwise. */
  async chooseOnDisk(paths: readonly string[]): Promise<void> {
    const [chooser] = await Promise.all([
      this.#window.waitForEvent('filechooser'),
      this.dialog.getByRole('button', { name: this.#words.imports.chooseFiles }).click(),
    ]);
    await chooser.setFiles([...paths]);
  }

  /** The line that counts what came of all files. */
  get summary(): Locator {
    return this.dialog.getByRole('status');
  }

  /** The row of one file, by words in it (its name or the headline that was found in it). */
  file(words: string): Locator {
    return this.dialog.getByRole('listitem').filter({ hasText: words });
  }

  async done(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.#words.shell.done, exact: true }).click();
  }
}
