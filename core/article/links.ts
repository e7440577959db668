/**
 * Whether a link may stand in a document: absolute http, https or mailto, without credentials, control characters,
 * white space or bidi controls that would show another address than the one that opens.
 */
export function isSafeLink(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 4096) return false;
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what must be refused
  if (/[\u0000-\u0020\u007f-\u00a0\u200e\u200f\u2028-\u202e\u2066-\u2069]/.test(value))
    return false;
  if (/^mailto:[^@]+@[^@]+$/i.test(value)) return true;
  const host = /^https?:\/\/([^/?#\\]+)/i.exec(value)?.[1];
  return (
    host !== undefined &&
    /^[\p{L}\p{N}\p{M}.-]*[\p{L}\p{N}](:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/iu.test(host)
  );
}
