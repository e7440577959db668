/**
 * Media type of an image from its first bytes, whatever its name says: PNG, JPEG, GIF, WebP or AVIF. Undefined for
 * anything else, SVG with it: it is a document that can hold scripts.
 */
export function sniffImage(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64));
  const text = head.toString('latin1');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(text)) return 'image/gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) === 'ftyp' && isAvif(head)) return 'image/avif';
  return undefined;
}

/** A brand of the ISO base media file format: the major one, or one of the compatible ones after it. */
function isAvif(head: Buffer): boolean {
  const end = Math.min(head.length, head.readUInt32BE(0));
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12 && ['avif', 'avis'].includes(head.toString('latin1', at, at + 4))) return true;
  }
  return false;
}
