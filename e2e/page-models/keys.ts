import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** A person with a keyboard and nothing else: goes to things by Tab and arrows, and must see where the focus is. */
export class Keys {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.#window.keyboard.press(key);
  }

  /** From now on every press of a mouse or a finger is counted; gives the count. */
  async watchPointer(): Promise<() => Promise<number>> {
    const counter = await this.#window.evaluateHandle(() => {
      const counted = { presses: 0 };
      window.addEventListener('pointerdown', () => (counted.presses += 1), true);
      return counted;
    });
    return () => counter.evaluate(({ presses }) => presses);
  }

  /** Presses `key` until `target` has the focus, and sees that it shows. */
  async reach(target: Locator, key = 'Tab', most = 30): Promise<void> {
    for (let step = 0; step < most; step += 1) {
      if (await this.#hasFocus(target)) break;
      await this.press(key);
    }
    await expect(target, `${key} within ${most} steps`).toBeFocused();
    await this.#expectVisible(target);
  }

  /** Goes to `target` and presses Enter on it. */
  async enter(target: Locator, key = 'Tab'): Promise<void> {
    await this.reach(target, key);
    await this.press('Enter');
  }

  /** Chooses a value of a list that drops down, with the arrows. */
  async choose(field: Locator, label: string): Promise<void> {
    await this.reach(field);
    await this.press('Enter');
    await this.reach(
      this.#window
        .getByRole('option', { name: label, exact: true })
        .or(this.#window.getByRole('menuitem', { name: label, exact: true })),
      'ArrowDown',
    );
    await this.press('Enter');
    await expect(field).toBeFocused();
  }

  async #hasFocus(target: Locator): Promise<boolean> {
    return (
      (await target.count()) === 1 &&
      (await target.evaluate((element) => element === document.activeElement))
    );
  }

  /** A caret, a ring around it or around its active row: something shows the focus, in view. */
  async #expectVisible(target: Locator): Promise<void> {
    // A choice's own circle is out of sight; its label has the ring.
    const label = target.locator('xpath=ancestor::label');
    const shown = (await label.count()) === 1 ? label : target;
    await expect(shown).toBeInViewport();
    await expect
      .poll(() =>
        shown.evaluate((element) => {
          if (element.matches('textarea, input, [contenteditable="true"], [data-focused]'))
            return true;
          return [element, ...element.querySelectorAll('*')].some((part) => {
            const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(part);
            const isClear = /[/,] 0\)$/.test(outlineColor);
            return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !isClear;
          });
        }),
      )
      .toBe(true);
  }
}
