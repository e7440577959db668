import { expect } from '@playwright/test';
import type { Direction } from '../../core/article/document.ts';
import type { ShortcutId } from '../../renderer/editor/shortcuts.ts';
import type { Desk } from './desk.ts';

export type Style = 'paragraph' | 'heading2' | 'heading3' | 'heading4' | 'pullQuote';

/** One way of giving the page's commands; a test that takes either writes the same article with both. */
export interface Hands {
  run(id: ShortcutId): Promise<void>;
  style(style: Style): Promise<void>;
  direct(direction: Direction): Promise<void>;
}

/** Never leaves the keys. */
export function keyboardHands({ page, words }: Desk): Hands {
  return {
    run: (id) => page.shortcut(id),
    style: (style) => page.shortcut(style),
    direct: async (direction) => {
      const { actions, directions } = words.editor;
      const order = ['auto', 'rtl', 'ltr'] as const;
      const nameOf = (one: Direction) => `${actions.direction}: ${directions[one]}`;
      const name = await page.directionTool.getAttribute('aria-label');
      const now = order.findIndex((one) => nameOf(one) === name);
      const steps = (order.indexOf(direction) - now + order.length) % order.length;
      for (let step = 0; step < steps; step += 1) await page.shortcut('direction');
      await expect(page.directionTool).toHaveAccessibleName(nameOf(direction));
    },
  };
}

/** Presses the buttons of the toolbar and of its menus. */
export function toolbarHands({ page }: Desk): Hands {
  return {
    run: (id) => page.use(id),
    style: (style) => page.useStyle(style),
    direct: (direction) => page.useDirection(direction),
  };
}
