import type { TextEncodingName } from './decode-text.ts';

/** Bytes of `text` in an encoding, for tests: the inverse of what `decodeText` reads. */
export function encodeText(text: string, encoding: TextEncodingName, bom: boolean): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(bom ? `\ufeff${text}` : text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const units = bom ? `\ufeff${text}` : text;
    const bytes = new DataView(new ArrayBuffer(units.length * 2));
    for (let at = 0; at < units.length; at += 1)
      bytes.setUint16(at * 2, units.charCodeAt(at), encoding === 'utf-16le');
    return new Uint8Array(bytes.buffer);
  }
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const page = new TextDecoder(encoding).decode(all);
  return Uint8Array.from(text, (character) => {
    const byte = page.indexOf(character);
    if (byte === -1) throw new Error(`${character} is not in ${encoding}`);
    return byte;
  });
}

declare const TextEncoder: new () => { encode: (text: string) => Uint8Array };
declare const TextDecoder: new (label: string) => { decode: (bytes: Uint8Array) => string };
