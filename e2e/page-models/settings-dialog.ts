import type { Locator, Page } from '@playwright/test';
import type { Strings } from '../../renderer/strings/strings.ts';

/** What a person chooses; every change takes effect at once. */
export class SettingsDialog {
  readonly #window: Page;
  readonly #words: Strings;

  constructor(window: Page, words: Strings) {
    this.#window = window;
    this.#words = words;
  }

  get dialog(): Locator {
    return this.#window.getByRole('dialog', { name: this.#words.settings.title });
  }

  async open(): Promise<void> {
    const { shell } = this.#words;
    await this.#window
      .getByRole('banner')
      .getByRole('button', { name: shell.more, exact: true })
      .click();
    await this.#window.getByRole('menuitem', { name: shell.openSettings }).click();
  }

  choice(label: string): Locator {
    return this.dialog.getByRole('radio', { name: label, exact: true });
  }

  async choose(label: string): Promise<void> {
    // The circle itself is out of sight: a person clicks its words.
    await this.dialog.getByText(label, { exact: true }).click();
  }

  async close(): Promise<void> {
    await this.#window.keyboard.press('Escape');
  }
}
