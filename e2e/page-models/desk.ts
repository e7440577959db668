import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { ExportFormat } from '../../core/exporters/export-format.ts';
import type { Settings } from '../../core/settings.ts';
import { shellShortcuts } from '../../renderer/shell/shell-shortcuts.ts';
import type { ShellShortcutId } from '../../renderer/shell/shell-shortcuts.ts';
import { strings } from '../../renderer/strings/strings.ts';
import type { Strings } from '../../renderer/strings/strings.ts';
import { ArticlePage } from './article-page.ts';
import { ImportDialog } from './import-dialog.ts';
import { Inspector } from './inspector.ts';
import { Keys } from './keys.ts';
import { Library } from './library.ts';
import { SettingsDialog } from './settings-dialog.ts';
import { Suggestions } from './suggestions.ts';

/** The whole window: title bar, library, page, inspector. Everything is found by its role and label. */
export class Desk {
  readonly window: Page;
  readonly language: Settings['interfaceLanguage'];
  readonly words: Strings;
  readonly library: Library;
  readonly page: ArticlePage;
  readonly inspector: Inspector;
  readonly suggestions: Suggestions;
  readonly importDialog: ImportDialog;
  readonly settings: SettingsDialog;
  readonly keys: Keys;

  constructor(window: Page, language: Settings['interfaceLanguage'] = 'ar') {
    this.window = window;
    this.language = language;
    this.words = strings[language];
    this.library = new Library(window, this.words);
    this.page = new ArticlePage(window, this.words);
    this.inspector = new Inspector(window, this.words);
    this.suggestions = new Suggestions(window, this.words);
    this.importDialog = new ImportDialog(window, this.words);
    this.settings = new SettingsDialog(window, this.words);
    this.keys = new Keys(window);
  }

  /** The same window once its words are those of another language. */
  in(language: Settings['interfaceLanguage']): Desk {
    return new Desk(this.window, language);
  }

  /** Waits until the window can be worked with. */
  async ready(): Promise<void> {
    await expect(this.window.getByRole('banner')).toBeVisible();
    await expect(this.window.getByText(this.words.shell.connecting)).toBeHidden();
  }

  /** Chooses files in the import dialog. One good file opens its article at once; several show a summary. */
  async import(files: readonly { name: string; text: string | Buffer }[]): Promise<void> {
    await this.library.pane
      .getByRole('button', { name: this.words.shell.importFiles })
      .first()
      .click();
    await this.importDialog.choose(files);
  }

  /** Starts an article with a headline; the caret is at the beginning of its text. */
  async newArticle(headline: string): Promise<void> {
    await this.library.pane
      .getByRole('button', { name: this.words.shell.newArticle })
      .first()
      .click();
    await expect(this.page.headline).toHaveValue('');
    await this.page.headline.fill(headline);
    await this.page.text.click();
  }

  /** Opens an article from the library. */
  async open(headline: string): Promise<void> {
    await this.library.article(headline).click();
    await expect(this.page.headline).toHaveValue(headline);
  }

  get saveState(): Locator {
    return this.window.getByRole('banner').getByRole('status');
  }

  /** Waits until the program says that everything is on disk. */
  async saved(): Promise<void> {
    await expect(this.saveState).toContainText(this.words.editor.saving.saved('').trim());
  }

  async export(format: ExportFormat): Promise<void> {
    await this.exportButton.click();
    await this.exportItem(format).click();
  }

  get exportButton(): Locator {
    return this.window.getByRole('button', { name: this.words.shell.export, exact: true });
  }

  /** Of the menu that the button opens. */
  exportItem(format: ExportFormat): Locator {
    const { shell } = this.words;
    const hint = {
      html: shell.exportHtmlHint,
      'html-fragment': shell.exportFragmentHint,
      markdown: shell.exportMarkdownHint,
    }[format];
    return this.window.getByRole('menuitem').filter({ hasText: hint });
  }

  /** Chooses from the menu of the view: theme, language, settings, shortcuts. */
  async chooseView(label: string): Promise<void> {
    await this.window
      .getByRole('banner')
      .getByRole('button', { name: this.words.shell.more, exact: true })
      .click();
    await this.window.getByRole('menuitem', { name: label }).click();
  }

  async press(shortcut: ShellShortcutId): Promise<void> {
    await this.window.keyboard.press(
      shellShortcuts[shortcut].replace('Mod', 'ControlOrMeta').replace(/\+([A-Z])$/, '+Key$1'),
    );
  }

  /** Runs a command by its name in the command palette. */
  async command(name: string): Promise<void> {
    await this.press('paletteAnywhere');
    await this.palette.getByRole('searchbox').fill(name);
    await this.palette.getByRole('menuitem', { name }).first().click();
    await expect(this.palette).toBeHidden();
  }

  get palette(): Locator {
    return this.window.getByRole('dialog', { name: this.words.shell.commandPalette });
  }

  /** A short message at the edge of the window. */
  message(words: string | RegExp): Locator {
    return this.window.getByRole('alertdialog').filter({ hasText: words });
  }

  /** Presses the one thing a message offers, as undoing what it tells. */
  async answer(message: string | RegExp, label: string): Promise<void> {
    await this.message(message).getByRole('button', { name: label, exact: true }).click();
  }

  get conflict(): Locator {
    return this.window.getByRole('region', { name: this.words.editor.conflict.title });
  }
}
