import type { Settings } from '../core/settings.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, test } from './fixtures.ts';
import { inLibrary } from './stored-articles.ts';
import { harbourPage } from './texts/harbour-page.ts';

for (const language of ['ar', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds no fault in the window, ${language}, ${theme}`, async ({
      openProgram,
      library,
    }) => {
      await inLibrary(library, (client) =>
        client.settings.set({ interfaceLanguage: language, theme } satisfies Partial<Settings>),
      );
      const { desk } = await openProgram({ language });
      const { shell, imports } = desk.words;
      const faults: Record<string, string[]> = {};
      const look = async (screen: string) => {
        const found = await axeFaults(desk.window);
        if (found.length > 0) faults[screen] = found;
      };

      await expect(desk.library.pane).toContainText(desk.words.library.emptyTitle);
      await expect(desk.window.locator('html')).toHaveAttribute('data-theme', theme);
      await look('empty library');
      await desk.library.pane.getByRole('button', { name: shell.importFiles }).first().click();
      await expect(desk.importDialog.dialog).toContainText(imports.publishedOn);
      await look('import dialog');
      await desk.importDialog.choose([
        { name: 'ميناء.txt', text: harbourPage },
        { name: 'فارغ.txt', text: '' },
      ]);
      await expect(desk.importDialog.summary).toBeVisible();
      await look('import summary');
      await desk.importDialog
        .file('ميناء.txt')
        .getByRole('button', { name: imports.open, exact: true })
        .click();
      await expect(desk.page.text).toBeVisible();
      await desk.page.annotate('name', 'نادر الخوري');
      await desk.saved();
      await look('article open');
      for (const tab of ['names', 'dates', 'sources', 'import'] as const) {
        await desk.inspector.show(tab);
        await look(`inspector: ${tab}`);
      }
      await desk.inspector.showInOriginal(desk.inspector.change('advertisement', 'إعلان'));
      await expect(desk.inspector.original).toBeVisible();
      await look('original beside the page');
      await desk.settings.open();
      await expect(desk.settings.dialog).toBeVisible();
      await look('settings');
      await desk.settings.close();
      await expect(desk.settings.dialog).toBeHidden();
      await desk.press('paletteAnywhere');
      await expect(desk.palette).toBeVisible();
      await look('command palette');

      expect(faults).toEqual({});
    });
  }
}
