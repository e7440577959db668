import type { Article } from '../article/article.ts';

/**
 * Name of a file for an article: its slug, else its headline, else its id, and `extension` (without a dot). Safe on
 * Windows, macOS and Linux and in a shell; letters of every script are kept. At most 120 bytes of UTF-8 before the
 * extension, cut between characters as people see them. Two articles may have one name: parting them is for the caller.
 */
export function exportFileName(
  article: Pick<Article, 'slug' | 'headline' | 'id'>,
  extension: string,
): string {
  const name = toFileName(article.slug) || toFileName(article.headline) || article.id;
  return `${name}.${extension}`;
}

const longestInBytes = 120;

function toFileName(text: string): string {
  const words = text
    .toWellFormed()
    .normalize('NFC')
    .replace(unseen, '')
    .replace(unsafe, '-')
    .replace(/-{2,}/g, '-');
  const name = trimEdges(cutToBytes(trimEdges(words), longestInBytes));
  if (!/[\p{L}\p{N}\p{S}]/u.test(name)) return '';
  return reserved.test(name) ? `_${name}` : name;
}

/** No dot, dash or space at either end: hidden files, options of commands, names that Windows cuts. */
function trimEdges(name: string): string {
  return name.replace(/^[-. ]+|[-. ]+$/g, '');
}

function cutToBytes(text: string, limit: number): string {
  if (bytesOf(text) <= limit) return text;
  let cut = '';
  let bytes = 0;
  for (const { segment } of graphemes.segment(text)) {
    bytes += bytesOf(segment);
    if (bytes > limit) break;
    cut += segment;
  }
  return cut;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else bytes += code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Direction controls and other marks that hide in a name, and the tatweel; joiners stay: words and emoji need them. */
const unseen = /(?!\u200c|\u200d|\ufe0f)(?:\p{Default_Ignorable_Code_Point}|\p{Cf}|\u0640)/gu;

/** White space, control characters, and what a file system or a shell gives a meaning. */
const unsafe = /[\s\p{Cc}\p{Cs}\p{Cn}\p{Co}<>:"/\\|?*!#$%&'`;~^{}[\]()=,@]+/gu;

/** Devices of Windows, whatever follows the first dot. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\.|$)/i;
