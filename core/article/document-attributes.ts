import type { Attributes } from '@tiptap/core';
import { directions } from './document.ts';
import { isSafeLink } from './links.ts';

/** Attributes of the document's nodes: how each is checked, parsed from and rendered to HTML. */

export const textBlockDirection = directionAttribute(true);
export const containerDirection = directionAttribute(false);

export const quoteAttributes = {
  /** Address of the quoted work, or empty. */
  cite: dataAttribute('cite', '', (value) => value === '' || isSafeLink(value)),
  /** Who is quoted, as printed under the quotation. */
  attribution: dataAttribute('attribution', ''),
};

export const cellAttributes: Attributes = {
  colspan: spanAttribute('colspan'),
  rowspan: spanAttribute('rowspan'),
  align: {
    default: null,
    parseHTML: (element) => {
      const align = element.getAttribute('data-align');
      return cellAlignments.some((known) => known === align) ? align : null;
    },
    renderHTML: ({ align }) => (align === null ? {} : { 'data-align': String(align) }),
    validate: oneOf([null, 'left', 'center', 'right']),
  },
};

const cellAlignments = ['left', 'center', 'right'] as const;

/** A text block always says its direction; a container only when it is fixed, so that it inherits otherwise. */
function directionAttribute(rendersAuto: boolean): Attributes[string] {
  return {
    default: 'auto',
    parseHTML: (element) => {
      const dir = element.getAttribute('data-dir') ?? element.getAttribute('dir');
      return directions.find((known) => known === dir) ?? 'auto';
    },
    renderHTML: ({ dir }) => (dir === 'auto' && !rendersAuto ? {} : { dir: String(dir) }),
    validate: oneOf(directions),
  };
}

/** An attribute kept as `data-<name>`; `attribute` is its name in the document where that differs. */
export function dataAttribute(
  name: string,
  initial: string | null,
  accepts: (value: unknown) => boolean = (value) => typeof value === 'string',
  attribute = name,
): Attributes[string] {
  return {
    default: initial,
    parseHTML: (element) => {
      const value = element.getAttribute(`data-${name}`) ?? initial;
      return accepts(value) ? value : initial;
    },
    renderHTML: (attributes) => {
      const value: unknown = attributes[attribute];
      return typeof value === 'string' && value !== '' ? { [`data-${name}`]: value } : {};
    },
    validate: (value: unknown) => ensure(accepts(value), name, value),
  };
}

function spanAttribute(name: 'colspan' | 'rowspan'): Attributes[string] {
  return {
    default: 1,
    parseHTML: (element) =>
      Math.min(1000, Math.max(1, Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1)),
    renderHTML: (attributes) =>
      attributes[name] === 1 ? {} : { [name]: String(attributes[name]) },
    validate: wholeNumber(1, 1000),
  };
}

/** What a figure may show: an asset of the library, a web address (never loaded by the program), or nothing yet. */
export function isImageSource(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return (
    value === '' ||
    /^asset:[0-9a-f]{64}$/.test(value) ||
    (/^https?:/i.test(value) && isSafeLink(value))
  );
}

export function parseStart(value: string | null): number {
  const start = Number.parseInt(value ?? '1', 10);
  return Number.isInteger(start) && start >= 0 && start <= 999_999_999 ? start : 1;
}

export function oneOf(allowed: readonly unknown[]) {
  return (value: unknown) => ensure(allowed.includes(value), 'attribute', value);
}

export function wholeNumber(min: number, max: number) {
  return (value: unknown) =>
    ensure(
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max,
      'number',
      value,
    );
}

/** ProseMirror's `validate` reports by throwing a RangeError. */
export function ensure(holds: boolean, name: string, value: unknown): void {
  if (!holds) throw new RangeError(`Invalid ${name}: ${JSON.stringify(value)}`);
}
