import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Settings } from '../core/settings.ts';
import { openBrowserDoor } from './browser-door.ts';
import type { BrowserDoor } from './browser-door.ts';
import { Desk } from './page-models/desk.ts';
import { inLibrary } from './stored-articles.ts';
import { harbourPage } from './texts/harbour-page.ts';
import { fillNewsroom, fullHeadline, tramHeadline } from './texts/newsroom.ts';

/**
 * Writes every screen as PNG into `e2e/results/screenshots`: both languages, both themes, a large and a small window;
 * empty, on a typical day, very full. `--keep` also refreshes those in `resources/screenshots` that the README shows.
 */
const into = path.join(import.meta.dirname, 'results', 'screenshots');
const kept = path.join(import.meta.dirname, '..', 'resources', 'screenshots');
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;

type Shoot = (screen: string) => Promise<void>;

const { values: options } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
await rm(into, { recursive: true, force: true });
await mkdir(into, { recursive: true });
for (const language of ['ar', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one program after another
    await shootAll(language, theme);
  }
}
if (options.keep) {
  await mkdir(kept, { recursive: true });
  for (const name of ['desk-ar-light', 'desk-en-dark']) {
    // oxlint-disable-next-line no-await-in-loop -- two files
    await copyFile(path.join(into, `${name}-1440.png`), path.join(kept, `${name}.png`));
  }
}

async function shootAll(
  language: Settings['interfaceLanguage'],
  theme: 'light' | 'dark',
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muharrir-screens-'));
  try {
    for (const [name, walk] of [
      ['empty', walkEmpty],
      ['desk', walkNewsroom],
    ] as const) {
      const library = path.join(folder, `${name}.muharrir`);
      if (name === 'desk') await fillNewsroom(library);
      await inLibrary(library, (client) =>
        client.settings.set({ interfaceLanguage: language, theme, authorName: 'هالة درويش' }),
      );
      const door = await openBrowserDoor({
        library,
        profile: folder,
        size: sizes[0],
        colorScheme: 'light',
      });
      const desk = new Desk(door.page, language);
      await desk.ready();
      await walk(desk, shootWith(desk, `${language}-${theme}`), door);
      await door.kill();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function shootWith({ window }: Desk, look: string): Shoot {
  return async (screen) => {
    for (const size of sizes) {
      await window.setViewportSize(size);
      await window.mouse.move(0, 0);
      await window.evaluate(() => document.fonts.ready.then(() => undefined));
      await window.screenshot({
        path: path.join(into, `${screen}-${look}-${size.width}.png`),
        animations: 'disabled',
      });
    }
    await window.setViewportSize(sizes[0]);
  };
}

async function walkEmpty(desk: Desk, shoot: Shoot): Promise<void> {
  const { shell, imports } = desk.words;
  await desk.library.pane.getByText(desk.words.library.emptyTitle).waitFor();
  await shoot('empty-library');
  await desk.library.pane.getByRole('button', { name: shell.importFiles }).first().click();
  await desk.importDialog.dialog.waitFor();
  await shoot('import-dialog');
  await desk.importDialog.choose([
    { name: 'ميناء.txt', text: harbourPage },
    { name: 'ميناء (نسخة).txt', text: harbourPage },
    { name: 'فارغ.txt', text: '' },
    { name: 'صورة من الهاتف.txt', text: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xd8]) },
  ]);
  await desk.importDialog.summary.waitFor();
  await shoot('import-summary');
  await desk.importDialog
    .file('ميناء.txt')
    .getByRole('button', { name: imports.open, exact: true })
    .first()
    .click();
  await desk.page.text.waitFor();
  await desk.inspector.show('import');
  await shoot('import-report');
  await desk.inspector.showInOriginal(desk.inspector.change('torn-paragraph', 'حتى'));
  await desk.inspector.original.waitFor();
  await shoot('import-original');
  await desk.press('newArticle');
  await desk.library.rows.nth(1).waitFor();
  await shoot('new-article');
  await desk.library.showTrash();
  await shoot('empty-trash');
}

async function walkNewsroom(desk: Desk, shoot: Shoot, door: BrowserDoor): Promise<void> {
  const { window, words, page } = desk;
  const escape = () => page.press('Escape');
  await desk.library.article(tramHeadline).waitFor();
  await shoot('no-article');
  await desk.open(tramHeadline);
  await desk.inspector.show('names');
  await desk.suggestions.ready();
  await shoot('desk');
  await desk.inspector.show('data');
  await shoot('desk-data');
  await window.setViewportSize(sizes[1]);
  await desk.press('toggleInspector');
  await shoot('desk-narrow');
  await page.select('الشارع المستقيم');
  await page.shortcut('name');
  await page.panel(words.editor.annotation.newName).waitFor();
  await shoot('new-name');
  await escape();
  await page.select('الشارع المستقيم');
  await page.shortcut('link');
  await page.linkPanel.waitFor();
  await page.fillLink('javascript:alert(1)');
  await shoot('link-refused');
  await escape();
  await window.getByRole('button', { name: words.shell.export, exact: true }).click();
  await shoot('export-menu');
  await escape();
  await page.toolbar.getByRole('button', { name: words.editor.toolbar.more, exact: true }).click();
  await shoot('toolbar-menu');
  await escape();
  await desk.settings.open();
  await desk.settings.dialog.waitFor();
  await shoot('settings');
  await escape();
  await desk.press('paletteAnywhere');
  await desk.palette.waitFor();
  await shoot('palette');
  await escape();
  await desk.press('shortcuts');
  await window.getByRole('dialog', { name: words.shell.shortcutsTitle }).waitFor();
  await shoot('shortcuts');
  await escape();
  await desk.library.search('الشارع');
  await desk.library.found(tramHeadline).first().waitFor();
  await shoot('search');
  await desk.library.search('زلزال');
  await desk.library.pane.getByText(words.library.noResultsHint).waitFor();
  await shoot('search-nothing');
  await desk.library.search('');

  await desk.open(fullHeadline);
  await desk.inspector.show('data');
  await shoot('full');
  await desk.inspector.show('names');
  await page.text.getByRole('table').scrollIntoViewIfNeeded();
  await shoot('full-middle');
  await page.caretToEnd();
  await desk.inspector.show('sources');
  await shoot('full-end');
  await page.select('تدعيم الأرصفة');
  await page.shortcut('find');
  await shoot('find');
  await escape();

  await desk.open(tramHeadline);
  const other = new Desk(await door.newPage(), desk.language);
  await other.window.goto(door.address);
  await other.ready();
  await other.open(tramHeadline);
  await other.page.caretToEnd();
  await other.page.type('، وممرّ للدراجات');
  await other.saved();
  await other.window.close();
  await page.caretToEnd();
  await page.type('، ومقاعد للنساء الحوامل');
  await desk.conflict.waitFor();
  await shoot('conflict');
  await desk.conflict
    .getByRole('button', { name: words.editor.conflict.keepMine, exact: true })
    .click();
  await desk.saved();
  await page.toolbar.getByRole('button', { name: words.editor.toolbar.more, exact: true }).click();
  await window.getByRole('menuitem', { name: words.editor.toolbar.history }).click();
  const history = window.getByRole('dialog', { name: words.editor.history.title });
  await history.getByRole('option').nth(1).click();
  await history.getByRole('heading', { name: tramHeadline }).waitFor();
  await shoot('history');
  await escape();
  await desk.command(words.shell.trashArticle);
  await shoot('trashed');
  await desk.library.showTrash();
  await desk.library.article(tramHeadline).click();
  await window.getByText(words.editor.readOnly.trashed).waitFor();
  await shoot('trash');
}
