import { setTimeout } from 'node:timers/promises';

/** Drives one page over Chromium's debugging protocol, with as little of its own between as can be. */
export class WindowDriver {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();
  #calls = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(String(data)));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The window is gone'));
      this.#waiting.clear();
    });
  }

  static connect(address: string): Promise<WindowDriver> {
    const socket = new WebSocket(address);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => {
        const driver = new WindowDriver(socket);
        // Without a window manager no window has the keys.
        driver.#call('Emulation.setFocusEmulationEnabled', { enabled: true }).then(
          () => resolve(driver),
          reject,
        );
      });
      socket.addEventListener('error', () => reject(new Error('The window cannot be reached')));
    });
  }

  /** What an expression of the page comes to; of a promise, what it resolves to. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#call<{
      result: { value: T };
      exceptionDetails?: { exception?: { description?: string }; text: string };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Resolves once `condition`, an expression of the page, is true; looked at with every change of the page. */
  async waitFor(condition: string, limit = 60_000): Promise<void> {
    for (;;) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- asked again only where the page was just being loaded
        await this.evaluate(`lookUntil(() => ${condition}, ${limit})`);
        return;
      } catch (error) {
        if (!(error instanceof Error) || !isLoading.test(error.message)) throw error;
        // oxlint-disable-next-line no-await-in-loop -- as above
        await this.evaluate(lookUntil).catch(() => setTimeout(2));
      }
    }
  }

  /** A key that writes `text`. */
  async key(text: string): Promise<void> {
    await this.#call('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key: text,
      text,
      unmodifiedText: text,
      windowsVirtualKeyCode: 65,
    });
    await this.#call('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
  }

  /** Takes the place of what is selected, all at once; an empty text deletes it. */
  async insertText(text: string): Promise<void> {
    if (text === '') await this.evaluate(`document.execCommand('delete')`);
    else await this.#call('Input.insertText', { text });
  }

  /** Bytes in use in the page's JavaScript heap once everything that nobody needs is gone. */
  async heapInUse(): Promise<number> {
    await this.#call('HeapProfiler.collectGarbage', {});
    await this.#call('HeapProfiler.collectGarbage', {});
    const { usedSize } = await this.#call<{ usedSize: number }>('Runtime.getHeapUsage', {});
    return usedSize;
  }

  /** As a person does; what the page has to save it saves first. */
  async closeWindow(): Promise<void> {
    await this.evaluate('window.close()').catch(() => undefined);
  }

  #call<T>(method: string, params: Record<string, unknown>): Promise<T> {
    const id = (this.#calls += 1);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #receive(data: string): void {
    const { id, result, error } = JSON.parse(data) as {
      id?: number;
      result?: unknown;
      error?: { message: string };
    };
    const call = this.#waiting.get(id ?? 0);
    if (id === undefined || call === undefined) return;
    this.#waiting.delete(id);
    if (error === undefined) call.resolve(result);
    else call.reject(new Error(error.message));
  }
}

/** What Chromium answers while a page is about to take the place of another, and a page that was not asked before. */
const isLoading =
  /default execution context|context was destroyed|navigated or closed|lookUntil is not defined/;

/** Put into the page once: every script that is sent to it stays in its heap for a while, so they are short. */
const lookUntil = `globalThis.lookUntil = (holds, limit) => new Promise((resolve, reject) => {
  const look = () => {
    if (!holds()) return;
    watch.disconnect();
    clearInterval(timer);
    clearTimeout(end);
    resolve(true);
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const timer = setInterval(look, 4);
  const end = setTimeout(() => reject(new Error('Waited in vain: ' + holds)), limit);
  look();
});
true;
`;
