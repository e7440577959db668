import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Strings } from '../../renderer/strings/strings.ts';

/** What the panels of names, dates and sources propose; the panel must be the one shown. */
export class Suggestions {
  readonly #window: Page;
  readonly #words: Strings;

  constructor(window: Page, words: Strings) {
    this.#window = window;
    this.#words = words;
  }

  get pane(): Locator {
    return this.#window.getByRole('complementary', { name: this.#words.shell.inspectorPane });
  }

  /** The list of the panel that is shown. */
  get list(): Locator {
    const { names, dates, sources } = this.#words.suggestions;
    return this.pane.getByRole('grid', { name: new RegExp(`^(${names}|${dates}|${sources})$`) });
  }

  get rows(): Locator {
    return this.list.getByRole('row').filter({ has: this.#window.getByRole('button') });
  }

  /** The first of this name. */
  row(name: string): Locator {
    return this.list.getByRole('row', { name }).first();
  }

  async accept(name: string): Promise<void> {
    await this.#press(name, this.#words.suggestions.accept);
  }

  async reject(name: string): Promise<void> {
    await this.#press(name, this.#words.suggestions.reject);
  }

  /** Opens the form in which it can be changed before it is accepted. */
  async edit(name: string): Promise<Locator> {
    await this.#press(name, this.#words.suggestions.editFirst);
    return this.pane.getByRole('form', { name: this.#words.panels.editEntry(name) });
  }

  async acceptSure(): Promise<void> {
    const { acceptSure } = this.#words.suggestions;
    await this.pane.getByRole('button', { name: acceptSure }).click();
  }

  get timeline(): Locator {
    return this.pane.getByRole('region', { name: this.#words.suggestions.timeline });
  }

  /** Until the whole text was looked through. */
  async ready(): Promise<void> {
    await expect(this.pane.getByText(this.#words.suggestions.looking)).toBeHidden();
  }

  async #press(name: string, label: (name: string) => string): Promise<void> {
    const row = this.row(name);
    const title = await row.getAttribute('aria-label');
    await row.getByRole('button', { name: label(title ?? name), exact: true }).click();
  }
}
