/** Text as it stands between tags. White space is not looked at: see `html-inline.ts`. */
export function escapeHtml(text: string): string {
  return special.test(text)
    ? text.replace(specials, (character) => references[character] ?? '')
    : text;
}

/** ` name="value"`, or nothing for an empty value. A line break in it is kept as a character reference. */
export function htmlAttribute(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') return '';
  return ` ${name}="${escapeHtmlAttribute(value)}"`;
}

export function escapeHtmlAttribute(value: string): string {
  return specialInAttribute.test(value)
    ? value.replace(specialsInAttribute, (character) => references[character] ?? '')
    : value;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
const special = /[&<>\u00a0]/;
const specials = /[&<>\u00a0]/g;
const specialInAttribute = /[&<>"\u00a0\n\r\t]/;
const specialsInAttribute = /[&<>"\u00a0\n\r\t]/g;
