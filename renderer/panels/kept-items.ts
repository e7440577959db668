/** Gives the former objects for items that show the same, so that rows made of them are not drawn again. */
export class KeptItems<T extends { key: string }> {
  readonly #shown: (item: T) => unknown;
  #list: readonly T[] = [];
  #byKey: ReadonlyMap<string, { item: T; text: string }> = new Map();

  /** `shown`: all of an item that can be seen. */
  constructor(shown: (item: T) => unknown) {
    this.#shown = shown;
  }

  /** The items; the former list itself where all of them show the same as before. */
  keep(items: readonly T[]): readonly T[] {
    const byKey = new Map<string, { item: T; text: string }>();
    for (const item of items) {
      const text = JSON.stringify(this.#shown(item));
      const former = this.#byKey.get(item.key);
      byKey.set(item.key, former?.text === text ? former : { item, text });
    }
    this.#byKey = byKey;
    const list = [...byKey.values()].map(({ item }) => item);
    const isSame =
      list.length === this.#list.length && list.every((item, index) => item === this.#list[index]);
    if (!isSame) this.#list = list;
    return this.#list;
  }
}
