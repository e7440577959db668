import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import type { Editor } from '@tiptap/core';

/** Milliseconds from the key, as the browser got it. */
export interface KeyTimes {
  /** Until its transaction was handled: the state and what is shown of it are the new ones, all listeners have been called. */
  handled: number;
  /** Until the next frame was drawn. */
  frame: number;
}

/** Types real keys into the TipTap editor of a page and measures each. */
export class Typist {
  readonly #page: Page;
  readonly #keys: CDPSession;
  #typed = 0;

  private constructor(page: Page, keys: CDPSession) {
    this.#page = page;
    this.#keys = keys;
  }

  /** Puts the caret into the middle of the text. The editor must be there. */
  static async sitDown(page: Page): Promise<Typist> {
    const typist = new Typist(page, await page.context().newCDPSession(page));
    await page.evaluate(watchKeys);
    return typist;
  }

  /** Types `count` keys, one every `pause` milliseconds. */
  async type(count: number, pause: number): Promise<KeyTimes[]> {
    await this.#page.bringToFront();
    for (let typed = 0; typed < count; typed += 1) {
      const text = letters[this.#typed++ % letters.length] ?? ' ';
      const key = { key: text, text, unmodifiedText: text, windowsVirtualKeyCode: 65 };
      const due = setTimeout(pause);
      // oxlint-disable-next-line no-await-in-loop -- as fingers do
      await this.#keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      // oxlint-disable-next-line no-await-in-loop -- as above
      await this.#keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
      // oxlint-disable-next-line no-await-in-loop -- as above
      await due;
    }
    await this.#page.waitForFunction((wanted) => globalThis.keyTimes.length >= wanted, count, {
      timeout: 30_000,
    });
    return this.#page.evaluate(() => globalThis.keyTimes.splice(0));
  }
}

const letters = [...'قال المتحدث إن الخطة تبدأ غدا في كل الأحياء '];

declare global {
  var keyTimes: KeyTimes[];
}

/** Runs in the page. */
function watchKeys(): void {
  const shown = document.querySelector<HTMLElement & { editor?: Editor }>('.ProseMirror');
  const editor = shown?.editor;
  if (editor === undefined) throw new Error('There is no editor on the page');
  globalThis.keyTimes = [];
  let pressed: number | undefined;
  globalThis.addEventListener('keydown', (event) => (pressed = event.timeStamp), true);
  editor.on('transaction', ({ transaction }) => {
    if (!transaction.docChanged || pressed === undefined) return;
    const started = pressed;
    pressed = undefined;
    // After everybody who listens.
    queueMicrotask(() => {
      const handled = performance.now() - started;
      requestAnimationFrame(() => {
        // The first task after the frame's own work.
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => {
          globalThis.keyTimes.push({ handled, frame: performance.now() - started });
          channel.port1.close();
        });
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
  });
  const { doc } = editor.state;
  const middle = doc.resolve(Math.floor(doc.content.size / 2));
  editor.chain().focus(middle.end(1), { scrollIntoView: true }).run();
  // Blocks that were never shown get their height when they come into view.
  const block = editor.view.domAtPos(middle.end(1)).node;
  (block instanceof HTMLElement ? block : block.parentElement)?.scrollIntoView({ block: 'center' });
}
