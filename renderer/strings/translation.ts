import type { PluralForms } from './plural.ts';

/** The same keys with words of another language: texts stay texts, functions keep their parameters and result. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends PluralForms
      ? PluralForms
      : T[K] extends (...parameters: infer P) => infer R
        ? (...parameters: P) => R
        : Translation<T[K]>;
};
