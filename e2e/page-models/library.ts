import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Strings } from '../../renderer/strings/strings.ts';

/** The list of articles with its search box and its trash. */
export class Library {
  readonly #window: Page;
  readonly #words: Strings;

  constructor(window: Page, words: Strings) {
    this.#window = window;
    this.#words = words;
  }

  get pane(): Locator {
    return this.#window.getByRole('complementary', { name: this.#words.shell.libraryPane });
  }

  get list(): Locator {
    const { list, trashList } = this.#words.library;
    return this.pane
      .getByRole('listbox', { name: list })
      .or(this.pane.getByRole('listbox', { name: trashList }));
  }

  /** The rows that are drawn now, top to bottom. */
  get rows(): Locator {
    return this.list.getByRole('option');
  }

  article(headline: string): Locator {
    return this.rows.filter({ hasText: headline });
  }

  /** Headlines of the rows that are drawn, top to bottom, of those that are in `known`. */
  async order(known: readonly string[]): Promise<string[]> {
    const texts = await this.rows.evaluateAll((rows) =>
      rows
        .toSorted(
          (one, other) =>
            Number(one.getAttribute('aria-posinset')) - Number(other.getAttribute('aria-posinset')),
        )
        .map((row) => row.textContent),
    );
    return texts.flatMap((text) => known.filter((headline) => text.includes(headline)));
  }

  get searchBox(): Locator {
    return this.pane.getByRole('searchbox', { name: this.#words.library.searchLabel });
  }

  async search(query: string): Promise<void> {
    await this.searchBox.fill(query);
  }

  /** The words of a result that are marked as found. */
  found(headline: string): Locator {
    return this.article(headline).locator('mark');
  }

  async showTrash(): Promise<void> {
    await this.pane.getByRole('button', { name: this.#words.library.trash }).click();
    await expect(
      this.pane.getByRole('heading', { name: this.#words.library.trash, exact: true }),
    ).toBeVisible();
  }

  async leaveTrash(): Promise<void> {
    await this.pane.getByRole('button', { name: this.#words.library.backToLibrary }).click();
  }

  async restore(headline: string): Promise<void> {
    await this.article(headline).click();
    await this.pane.getByRole('button', { name: this.#words.library.restore }).click();
  }

  /** Removes for good, saying yes to the question. */
  async destroy(headline: string): Promise<void> {
    const { destroy, destroyTitle } = this.#words.library;
    await this.article(headline).click();
    await this.pane.getByRole('button', { name: destroy }).click();
    const question = this.#window.getByRole('alertdialog', { name: destroyTitle });
    await expect(question).toContainText(headline);
    await question.getByRole('button', { name: destroy }).click();
    await expect(question).toBeHidden();
  }
}
