import { expect } from '@playwright/test';
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
    await this.chooseBy(() => this.filesButton.click(), files);
  }

  /** As `choose`, where `open` is what asks for the files. */
  async chooseBy(
    open: () => Promise<void>,
    files: readonly { name: string; text: string | Buffer }[],
  ): Promise<void> {
    const [chooser] = await Promise.all([this.#window.waitForEvent('filechooser'), open()]);
    await chooser.setFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
    );
  }

  get filesButton(): Locator {
    return this.dialog.getByRole('button', { name: this.#words.imports.chooseFiles });
  }

  /** Chooses files that are on disk: Playwright hands over no more than 50 MB otherwise. */
  async chooseOnDisk(paths: readonly string[]): Promise<void> {
    const [chooser] = await Promise.all([
      this.#window.waitForEvent('filechooser'),
      this.filesButton.click(),
    ]);
    await chooser.setFiles([...paths]);
  }

  /** Chooses a folder that is on disk, with all that is in it. */
  async chooseFolder(folder: string): Promise<void> {
    const [chooser] = await Promise.all([
      this.#window.waitForEvent('filechooser'),
      this.dialog.getByRole('button', { name: this.#words.imports.chooseFolder }).click(),
    ]);
    await chooser.setFiles(folder);
  }

  /** Drags files or folders that are on disk over the window and lets go of them there. */
  async drop(paths: readonly string[]): Promise<void> {
    const session = await this.#window.context().newCDPSession(this.#window);
    const at = { x: 600, y: 400 };
    // As a file manager offers them: to be copied.
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
    await expect(this.#window.getByText(this.#words.imports.dropHere)).toBeVisible();
    await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
    await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
    await session.detach();
    await expect(this.#window.getByText(this.#words.imports.dropHere)).toBeHidden();
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
