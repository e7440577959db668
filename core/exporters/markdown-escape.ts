/** How text is written so that Markdown reads the same text, with no escape that is not needed. */
export interface EscapeOptions {
  /** Between the brackets of a link or image. */
  inLink: boolean;
  inTable: boolean;
  /** Some text of the same block holds what could end a label, so that `[` could begin a link. */
  hasLabelEnd: boolean;
}

/** Text anywhere in a line. What counts only at the start or end of one is done by the functions below. */
export function escapeMarkdown(text: string, options: EscapeOptions): string {
  if (!suspicious.test(text)) return text;
  return text.replace(specials, (found, offset: number) => {
    if (found === '[') {
      return options.inLink || options.hasLabelEnd || text[offset + 1] === '^' ? '\\[' : found;
    }
    if (found === ']') return options.inLink ? '\\]' : found;
    if (found === '|') return options.inTable ? '\\|' : found;
    return found.length === 1 ? `\\${found}` : `${found.slice(0, -1)}\\${found.slice(-1)}`;
  });
}

/** Escapes what would begin a block at the start of a line of a paragraph. `text`: escaped already. */
export function escapeLineStart(text: string, isFirstLine: boolean): string {
  if (text.startsWith(' ')) return `&#32;${text.slice(1)}`;
  if (!/^[-+=#>|:[\d]/.test(text)) return text;
  const escaped = text
    .replace(/^(?:#{1,6}(?= |$)|>|[-+](?= |$)|-(?=[- ]*$)|\[(?=[ xX]\](?: |$)))/, '\\$&')
    .replace(/^\d{1,9}(?=[.)](?: |$))/, '$&\\');
  // An underline of a heading, or the line below the head of a table.
  return isFirstLine ? escaped : escaped.replace(/^(?:=(?==* *$)|[-|:](?=[-|: ]*$))/, '\\$&');
}

/** Escapes what would be dropped from the end of a block: a space. `text`: escaped already. */
export function escapeBlockEnd(text: string): string {
  return text.endsWith(' ') ? `${text.slice(0, -1)}&#32;` : text;
}

/** Escapes what would close a heading. `text`: escaped already. */
export function escapeHeadingEnd(text: string): string {
  return text.replace(
    /(^| )(#+)$/,
    (_, before: string, run: string) => before + '\\#'.repeat(run.length),
  );
}

/** `url` as the destination of a link or image. Expects no white space in it. */
export function escapeDestination(url: string, inTable: boolean): string {
  const escaped = url.replace(/\\|&(?=#?\w+;)/g, '\\$&');
  const balanced = hasBalancedParentheses(url) ? escaped : escaped.replace(/[()]/g, '\\$&');
  return inTable ? balanced.replaceAll('|', '\\|') : balanced;
}

/** `text` as the title of an image, with its quotation marks. */
export function quoteTitle(text: string): string {
  return `"${text.replace(/[\\"]|&(?=#?\w+;)/g, '\\$&')}"`;
}

const suspicious = /[\\`*_~<&[\]@|]|:\/\/|www\./i;

/**
 * A backslash before punctuation or near the end; code, emphasis and strike marks, but no underscore within a word;
 * what could be a tag, a character reference, a label or a cell's end; addresses that GFM would make links of.
 */
const specials =
  /\\(?=[!-/:-@[-`{-~]| ?$)|[`*~[\]|]|(?<![\p{L}\p{N}\p{M}])_|_(?![\p{L}\p{N}\p{M}])|<(?=[a-z/!?])|&(?=#?\w+;)|www\.|(?:https?|ftp):(?=\/\/)|(?<=[\w.+-])@(?=[\w-])/giu;

function hasBalancedParentheses(url: string): boolean {
  let depth = 0;
  for (const character of url) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
