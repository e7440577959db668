/**
 * What is left of HTML, and characters nobody sees, in a text that should be plain; and its line ends.
 * `inline`: stands for `replacement` (mostly nothing); `line`: a line end; `break`: a tag that ends a line;
 * `block`: a tag or element that stands between paragraphs.
 */
export interface Markup {
  kind: 'inline' | 'line' | 'break' | 'block';
  start: number;
  end: number;
  replacement: string;
}

/** In order, without overlap. Angle brackets that are not tags of HTML are text. Linear in the length of `text`. */
export function* findMarkup(text: string): Generator<Markup> {
  const pattern = new RegExp(markupPattern, 'giu');
  const absent = new Set<string>();
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    const groups = match.groups ?? {};
    let kind: Markup['kind'] = 'inline';
    let end = start + match[0].length;
    let replacement = '';
    if (groups.line !== undefined) kind = 'line';
    else if (groups.tag !== undefined) {
      const name = groups.tag.toLowerCase();
      if (name === 'br') kind = 'break';
      else if (!inlineTags.has(name)) kind = 'block';
      if (hiddenElements.has(name) && match[0][1] !== '/')
        end = findEnd(text, end, `</${name}>`, absent) ?? end;
    } else if (groups.comment !== undefined) {
      const close = findEnd(text, end, '-->', absent);
      if (close === null) continue;
      end = close;
    } else if (groups.entity !== undefined) {
      const character = readEntity(groups.entity);
      if (character === null) continue;
      replacement = character;
    }
    pattern.lastIndex = end;
    yield { kind, start, end, replacement };
  }
}

const inlineTags = new Set(
  'a abbr b bdi bdo big cite code del em font i img ins kbd mark o:p q s small span strike strong sub sup time tt u wbr'.split(
    ' ',
  ),
);
const hiddenElements = new Set(['script', 'style', 'noscript', 'template']);
const blockTags =
  'address|article|aside|audio|blockquote|body|br|button|center|dd|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|input|label|li|link|main|meta|nav|noscript|object|ol|option|p|picture|pre|script|section|select|source|style|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul|video';

const markupPattern = [
  String.raw`(?<line>\r\n|[\n\r\v\f\u0085\u2028\u2029])`,
  String.raw`(?<comment><!--)`,
  String.raw`</?(?<tag>${[...inlineTags].join('|')}|${blockTags})(?:[\s/][^<>]{0,4000})?>`,
  String.raw`<!doctype\s[^<>]{0,500}>`,
  String.raw`&(?:amp;)?(?<entity>#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});`,
  // Invisible characters (not the direction marks and joiners, which shape Arabic), controls, halves of surrogate pairs.
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  String.raw`[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]+`,
].join('|');

/** After the next `close` in any case, or null; looks for one that is not there only once. */
function findEnd(text: string, from: number, close: string, absent: Set<string>): number | null {
  if (absent.has(close)) return null;
  const pattern = new RegExp(close, 'gi');
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (match !== null) return match.index + match[0].length;
  absent.add(close);
  return null;
}

/** The character an entity stands for; empty for one that nobody sees; null where the name is not known. */
function readEntity(name: string): string | null {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? null;
  const code = /^#x/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10);
  if (code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff)) return '';
  const character = String.fromCodePoint(code);
  if (/\s/.test(character) && code !== 0xfeff) return ' ';
  return /[\p{Cc}\u00ad\u200b\u2060\ufeff\ufffe\uffff]/u.test(character) ? '' : character;
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '\u0027',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  times: '×',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  shy: '',
};
