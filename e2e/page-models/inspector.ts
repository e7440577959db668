import type { Locator, Page } from '@playwright/test';
import type { AnnotationKind } from '../../core/article/annotation.ts';
import type { ImportRule } from '../../core/importers/import-report.ts';
import type { Strings } from '../../renderer/strings/strings.ts';

export type InspectorTab = 'data' | 'names' | 'dates' | 'sources' | 'import';

/** The panels at the end side: article data, names, dates, sources, import report. */
export class Inspector {
  readonly #window: Page;
  readonly #words: Strings;

  constructor(window: Page, words: Strings) {
    this.#window = window;
    this.#words = words;
  }

  get pane(): Locator {
    return this.#window.getByRole('complementary', { name: this.#words.shell.inspectorPane });
  }

  tab(tab: InspectorTab): Locator {
    return this.pane.getByRole('tab', { name: this.#words.panels[tab] });
  }

  async show(tab: InspectorTab): Promise<Locator> {
    await this.tab(tab).click();
    return this.pane.getByRole('tabpanel', { name: this.#words.panels[tab] });
  }

  /** The row of a name, date or source that was confirmed; its panel must be the one shown. */
  entry(name: string): Locator {
    const { names, dates, sources, gone } = this.#words.panels;
    return this.pane
      .getByRole('grid', { name: new RegExp(`^(${[names, dates, sources, gone].join('|')})$`) })
      .getByRole('row', { name });
  }

  /** The button that goes to one of several places of an entry, counted from 1. */
  place(name: string, number: number): Locator {
    return this.entry(name).getByRole('button', { name: new RegExp(`^${number}: `) });
  }

  /** Names, dates or sources whose words were deleted. */
  get gone(): Locator {
    return this.pane.getByRole('grid', { name: this.#words.panels.gone });
  }

  /** Adds what is selected in the text, by the panel's own button; its form stays open for the details. */
  async add(kind: AnnotationKind): Promise<void> {
    const { addName, addDate, addSource } = this.#words.panels;
    const label = { name: addName, date: addDate, source: addSource }[kind];
    await this.pane.getByRole('button', { name: label }).click();
  }

  /** Opens an entry's form. */
  async edit(name: string): Promise<Locator> {
    await this.entry(name).hover();
    await this.entry(name)
      .getByRole('button', { name: this.#words.panels.editEntry(name) })
      .click();
    return this.form(name);
  }

  form(name: string): Locator {
    return this.pane.getByRole('form', { name: this.#words.panels.editEntry(name) });
  }

  async saveForm(form: Locator): Promise<void> {
    await form.getByRole('button', { name: this.#words.shell.save, exact: true }).click();
  }

  async remove(name: string): Promise<void> {
    await this.entry(name).hover();
    await this.entry(name)
      .getByRole('button', { name: this.#words.panels.removeEntry(name) })
      .click();
  }

  /** The changes of the import report, first to last. */
  get changes(): Locator {
    return this.pane.getByRole('tabpanel', { name: this.#words.panels.import }).getByRole('row');
  }

  /** One change of the import report, by its rule and words in it. */
  change(rule: ImportRule, words: string): Locator {
    return this.pane
      .getByRole('row')
      .filter({ hasText: this.#words.panels.rules[rule] })
      .filter({ hasText: words });
  }

  async decide(
    change: Locator,
    decision: 'accept' | 'dismiss' | 'undoChange' | 'redoChange',
  ): Promise<void> {
    await change.getByRole('button', { name: this.#words.panels[decision], exact: true }).click();
  }

  async showInOriginal(change: Locator): Promise<void> {
    await change.getByRole('button', { name: this.#words.panels.showInOriginal }).click();
  }

  /** The text an article was imported from, beside the page. */
  get original(): Locator {
    return this.#window.getByRole('region', { name: this.#words.panels.originalTitle });
  }

  /** The place of a change in the original, by what the change is called. */
  inOriginal(rule: ImportRule): Locator {
    return this.original.getByTitle(this.#words.panels.rules[rule]);
  }
}
