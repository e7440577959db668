import { AppError } from '../errors.ts';
import type { ImportRecord } from './import-report.ts';
import { detectArabicCodePage } from './arabic-code-page.ts';

export type TextEncodingName = ImportRecord['encoding'];

/** Largest file that is imported, in bytes. */
export const maxImportBytes = 20 * 1024 * 1024;

/**
 * The text of a file, every character of it in order: line ends are kept, the byte order mark is not part of it.
 * A BOM decides the encoding; without one UTF-16 is recognised by its pairs, UTF-8 by its validity, and what is
 * left is weighed as windows-1256 and ISO-8859-6. `declared` (as a page's `<meta charset>`) settles only what the
 * bytes leave open. Bytes that stand for nothing become U+FFFD.
 * Throws FILE_TOO_LARGE, FILE_EMPTY or FILE_NOT_TEXT with `{ fileName }`.
 */
export function decodeText(
  bytes: Uint8Array,
  fileName: string,
  declared?: string,
): { text: string; encoding: TextEncodingName } {
  if (bytes.length > maxImportBytes) throw new AppError('FILE_TOO_LARGE', { fileName });
  const encoding = detectEncoding(bytes, declared);
  if (encoding === null) throw new AppError('FILE_NOT_TEXT', { fileName });
  const text = new TextDecoder(encoding).decode(bytes);
  if (!/[^\s\u0085\u200b-\u200f\u2060]/.test(text)) throw new AppError('FILE_EMPTY', { fileName });
  if (!readsAsText(text)) throw new AppError('FILE_NOT_TEXT', { fileName });
  return { text, encoding };
}

function detectEncoding(bytes: Uint8Array, declared?: string): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = detectWidePairs(bytes);
  if (wide !== null) return wide;
  if (isMostlyUtf8(bytes)) return 'utf-8';
  return detectArabicCodePage(bytes, toCodePage(declared));
}

function toCodePage(declared: string | undefined): 'windows-1256' | 'iso-8859-6' | undefined {
  const label = declared?.trim().toLowerCase() ?? '';
  if (/^(windows-|cp|x-cp)1256$/.test(label)) return 'windows-1256';
  if (/^(iso[-_]?8859-6(-[ei])?|asmo-708|ecma-114|arabic|csisolatinarabic)$/.test(label))
    return 'iso-8859-6';
  return undefined;
}

/**
 * UTF-16 without a BOM: the upper bytes of Arabic and ASCII text are nearly all 06 or 00, and no text in a
 * one-byte encoding holds those bytes.
 */
function detectWidePairs(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 2 || bytes.length % 2 === 1) return null;
  const end = Math.min(bytes.length, 65_536);
  let little = 0;
  let big = 0;
  let pairs = 0;
  for (let at = 0; at + 1 < end; at += 2) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    pairs += 1;
    if (isWidePair(second, first)) little += 1;
    if (isWidePair(first, second)) big += 1;
  }
  if (Math.max(little, big) < pairs * 0.85) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

function isWidePair(upper: number, lower: number): boolean {
  if (upper === 0x06) return lower >= 0x0c;
  return upper === 0x00 && (lower >= 0x20 || (lower >= 0x09 && lower <= 0x0d));
}

/** Valid UTF-8, or such with a few bytes damaged (a download cut short, a bad byte in a page). */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    let broken = 0;
    let whole = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0xfffd) broken += 1;
      else if (code > 0x7f) whole += 1;
    }
    return broken * 50 <= whole;
  }
}

/** No NUL, and hardly any control characters or characters that could not be read. */
function readsAsText(text: string): boolean {
  let strange = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0) return false;
    const isControl =
      code < 0x20 ? code < 0x09 || code > 0x0d : code >= 0x7f && code <= 0x9f && code !== 0x85;
    if (isControl || code === 0xfffd || code === 0xfffe || code === 0xffff) strange += 1;
  }
  return strange * 50 <= text.length;
}

/** The part of the Encoding Standard's decoder that is used here; every runtime of the program has it. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { decode: (bytes: Uint8Array) => string };
