import type { ErrorDetails } from '../../core/errors.ts';

/** One line of text that cannot steer a terminal: control characters and line breaks become spaces. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what must not reach a terminal
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

/** A detail of an error as printable text, or `fallback` where it is missing. */
export function detail(details: ErrorDetails, name: string, fallback = ''): string {
  const value = details[name];
  return value === undefined || value === null || value === ''
    ? fallback
    : printable(String(value));
}
