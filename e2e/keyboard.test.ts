import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { storedArticles } from './stored-articles.ts';

test('shortcuts go by the place of a key where the layout is Arabic', async ({
  openProgram,
  library,
}) => {
  const { desk, close } = await openProgram();
  const { page, words } = desk;
  const press = await arabicKeyboard(desk.window);
  await desk.newArticle('مقالة بلوحة مفاتيح عربية');
  await page.type('كلمة');

  await press('ش', 'KeyA', control);
  await press('لا', 'KeyB', control);
  await expect(page.tool('bold')).toHaveAttribute('aria-pressed', 'true');
  await press('ه', 'KeyI', control);
  await press('ئ', 'KeyZ', control);
  await expect(page.tool('italic')).toHaveAttribute('aria-pressed', 'false');
  await press('٢', 'Digit2', control | alt);
  await expect(page.text.getByRole('heading', { level: 2 })).toHaveText('كلمة');
  await page.select('كلمة');
  await press('!', 'Digit1', control | shift);
  const form = page.panel(words.editor.annotation.newName);
  await expect(form).toBeVisible();
  await page.press('Escape');

  await press('؛', 'KeyP', control | shift);
  await expect(desk.palette).toBeVisible();
  await page.press('Escape');
  await press(']', 'KeyF', control | shift);
  await expect(desk.library.searchBox).toBeFocused();
  await desk.saved();
  await close();

  const [article] = await storedArticles(library);
  expect(article?.doc.content).toEqual([
    {
      type: 'heading',
      attrs: { level: 2, dir: 'auto' },
      content: [{ type: 'text', marks: [{ type: 'bold' }], text: 'كلمة' }],
    },
  ]);
});

test('the window is worked without a mouse, from the toolbar to the list and back', async ({
  openProgram,
}) => {
  const { desk } = await openProgram();
  const { page } = desk;
  await desk.newArticle('مقالة بلا فأرة');
  await page.type('نص');

  await expect(page.tool('undo')).toBeEnabled();
  await page.shortcut('toolbar');
  await expect(page.tool('undo')).toBeFocused();
  await page.press('ArrowLeft');
  await expect(page.tool('undo')).not.toBeFocused();
  await page.press('Escape');
  await expect(page.text).toBeFocused();
  await page.type(' آخر');
  await expect(page.text).toHaveText('نص آخر');

  // Words that were selected a moment ago are looked for at once.
  await page.press('ControlOrMeta+KeyA');
  await page.shortcut('find');
  const find = desk.window.getByRole('textbox', { name: desk.words.editor.find.label });
  await expect(find).toHaveValue('نص آخر');
  await page.type('آخر');
  await expect(desk.window.getByText(desk.words.editor.find.count('1', '1'))).toBeVisible();
  await page.press('Escape');
  await expect(page.text).toBeFocused();

  await desk.press('search');
  await expect(desk.library.searchBox).toBeFocused();
  await page.press('ArrowDown');
  await expect(desk.library.list).toBeFocused();
  await desk.press('nextPane');
  await expect(page.text).toBeFocused();
  await desk.press('newArticle');
  await expect(page.headline).toHaveValue('');
});

test('one Escape leads from a button whose name is shown back to the caret', async ({
  openProgram,
}) => {
  const { desk } = await openProgram();
  const { page, words } = desk;
  await desk.newArticle('مقالة وزر');
  await page.type('أول');
  await desk.keys.reach(
    desk.library.pane.getByRole('button', { name: words.library.trash }),
    'Shift+Tab',
  );
  await expect(desk.window.getByRole('tooltip')).toHaveCount(1);
  await page.press('Escape');
  await expect(page.text).toBeFocused();
  await expect(desk.window.getByRole('tooltip')).toHaveCount(0);
  await page.type(' آخر');
  await expect(page.text).toHaveText('أول آخر');
});

test('the panes are gone through in the order they stand in, whatever is open', async ({
  openProgram,
}) => {
  const { desk } = await openProgram();
  const { page, inspector } = desk;
  await desk.newArticle('مقالة ولوحات');
  await expect(page.text).toBeFocused();
  await desk.press('nextPane');
  await expect(inspector.tab('data')).toBeFocused();
  await desk.press('nextPane');
  await expect(desk.library.list).toBeFocused();
  await desk.press('toggleInspector');
  await desk.press('nextPane');
  await expect(page.text).toBeFocused();
  await desk.press('nextPane');
  await expect(desk.library.list).toBeFocused();
});

const alt = 1;
const control = 2;
const shift = 8;

/** Presses keys as an Arabic layout does: `key` is what the key writes, `code` its place. */
async function arabicKeyboard(
  window: Page,
): Promise<(key: string, code: string, modifiers: number) => Promise<void>> {
  const session = await window.context().newCDPSession(window);
  return async (key, code, modifiers) => {
    const event = {
      modifiers,
      key,
      code,
      // What Windows calls the key in every layout.
      windowsVirtualKeyCode: code.charCodeAt(code.length - 1),
    };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  };
}
