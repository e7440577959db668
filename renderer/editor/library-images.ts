import type { Client } from '../api/client.ts';
import type { FigureImages } from './figure-picture.ts';

/** Images of the library as object URLs, each fetched once and let go of by `close`. */
export class LibraryImages implements FigureImages {
  readonly #client: Client;
  readonly #urls = new Map<string, Promise<string>>();
  #closed = false;

  constructor(client: Client) {
    this.#client = client;
  }

  load(src: string): Promise<string> {
    let url = this.#urls.get(src);
    if (url === undefined) {
      url = this.#fetch(src);
      this.#urls.set(src, url);
      // An image that could not be read now may be readable later.
      url.catch(() => this.#urls.delete(src));
    }
    return url;
  }

  /** Puts a picked or pasted file into the library; its `asset:` address. Throws what the client throws. */
  async put(file: File): Promise<string> {
    const { src } = await this.#client.assets.put({ file });
    return src;
  }

  close(): void {
    this.#closed = true;
    for (const url of this.#urls.values()) {
      url.then((value) => URL.revokeObjectURL(value)).catch(() => {});
    }
    this.#urls.clear();
  }

  async #fetch(src: string): Promise<string> {
    const file = await this.#client.assets.get({ src });
    const url = URL.createObjectURL(file);
    if (this.#closed) URL.revokeObjectURL(url);
    return url;
  }
}
