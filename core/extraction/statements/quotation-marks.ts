import type { Token } from '../../arabic/tokenize.ts';
import { reportingForm } from './reporting-verbs.ts';

/** A stretch between quotation marks, by token index. */
export interface Quotation {
  /** The opening mark. */
  open: number;
  /** First token inside. */
  from: number;
  /** The closing mark; where it is missing, the token before which the quotation is taken to end. */
  close: number;
  /** The token after the quotation: `close` itself where there is no closing mark. */
  next: number;
  /** Words inside. */
  words: number;
}

/**
 * Outermost quotations of a block in order. Marks of one family («», ‹›, curly and straight double ones) close each other;
 * which of two a mark is follows from the spaces around it, since in scraped text opening and closing signs are often
 * exchanged. One that is never closed ends with its sentence where another opens after it, else with the block.
 */
export function findQuotations(tokens: readonly Token[]): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  let from = -1;
  let family = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'mark') continue;
    const mark = families.get(token.surface);
    if (mark === undefined) continue;
    const width = doubledApostrophe(tokens, at) ? 2 : 1;
    if (mark === apostrophe && width === 1) continue;
    if (open < 0) {
      if (side(tokens, at, width) !== closing || opensByItself.has(token.surface)) {
        open = at;
        from = at + width;
        family = mark;
      }
    } else if (mark === family && at === from) {
      // «""» opens once.
      from = at + width;
    } else if (mark === family) {
      const reopens = side(tokens, at, width) === opening && isLater(tokens, at, family);
      const innerClose = reopens ? closeOfNested(tokens, at, family) : -1;
      const lost = reopens && innerClose < 0 ? endBeforeReport(tokens, from, at) : -1;
      if (innerClose >= 0) {
        at = innerClose;
        continue;
      }
      if (lost > 0) {
        found.push(quotation(tokens, open, from, lost, lost));
        open = at;
        from = at + width;
      } else if (!reopens) {
        found.push(quotation(tokens, open, from, at, at + width));
        open = -1;
      }
    }
    at += width - 1;
  }
  if (open >= 0) {
    const end = unclosedEnd(tokens, open);
    if (end > from) found.push(quotation(tokens, open, from, end, end));
  }
  return found.filter((each) => each.close > each.from);
}

/** Whether a token is a quotation mark of any style. */
export function isQuotationMark(token: Token | undefined): boolean {
  if (token?.kind !== 'mark') return false;
  const mark = families.get(token.surface);
  return mark !== undefined && mark !== apostrophe;
}

const double = 1;

const guillemet = 2;

const angle = 3;

const apostrophe = 4;

const families: ReadonlyMap<string, number> = new Map([
  ...[...'"“”„‟″〝〞＂'].map((mark) => [mark, double] as const),
  ...[...'«»'].map((mark) => [mark, guillemet] as const),
  ...[...'‹›'].map((mark) => [mark, angle] as const),
  ...["'", '’', '‘', '`'].map((mark) => [mark, apostrophe] as const),
]);

const opensByItself: ReadonlySet<string> = new Set(['«', '‹', '“']);

const opening = 1;

const closing = 2;

const either = 3;

function side(tokens: readonly Token[], at: number, width: number): number {
  const before = tokens[at - 1];
  const after = tokens[at + width];
  const first = tokens[at];
  const last = tokens[at + width - 1];
  if (first === undefined || last === undefined) return either;
  const openLeft =
    before === undefined ||
    before.end < first.start ||
    before.kind === 'break' ||
    /^[:([،,؛\-–—]$/.test(before.surface) ||
    /^[وفبلك]$|^ال$|^بال$|^لل$/.test(before.bare);
  const openRight = after === undefined || after.start > last.end || after.kind !== 'arabic';
  if (openLeft && !openRight) return opening;
  if (!openLeft && openRight) return closing;
  return either;
}

/** Two apostrophes are a double mark. */
function doubledApostrophe(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  const second = tokens[at + 1];
  return (
    first !== undefined &&
    second !== undefined &&
    families.get(first.surface) === apostrophe &&
    second.surface === first.surface &&
    second.start === first.end
  );
}

/** Whether another mark of the family follows: what looks like an opening one is then believed. */
function isLater(tokens: readonly Token[], at: number, family: number): boolean {
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token?.kind === 'mark' && families.get(token.surface) === family) return true;
  }
  return false;
}

/** The stop before a report between an opening mark and the next: the first one was never closed. -1 for none. */
function endBeforeReport(tokens: readonly Token[], from: number, before: number): number {
  for (let at = before - 1; at > Math.max(from, before - 4); at -= 1) {
    const form = reportingForm(tokens[at]?.bare ?? '');
    if (form?.aspect === 'participle' && !form.verb.weak) return at;
  }
  for (let at = before - 1; at > from; at -= 1) {
    if (!isStop(tokens[at])) continue;
    for (let next = at + 1; next < before; next += 1)
      if (reportingForm(tokens[next]?.bare ?? '') !== undefined) return at;
  }
  return -1;
}

/** Where the quotation that opens within an open one closes; -1 where the marks after it do not close both. */
function closeOfNested(tokens: readonly Token[], at: number, family: number): number {
  let depth = 2;
  let inner = -1;
  for (let next = nextMark(tokens, at, family); next < tokens.length;) {
    depth += side(tokens, next, 1) === opening ? 1 : -1;
    if (depth === 1 && inner < 0) inner = next;
    if (depth === 0) return inner;
    next = nextMark(tokens, next, family);
  }
  return -1;
}

function nextMark(tokens: readonly Token[], from: number, family: number): number {
  for (let at = from + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' && families.get(token.surface) === family) return at;
  }
  return tokens.length;
}

/** Before the next report: a verb with و at the head of a sentence, or a participle. */
function unclosedEnd(tokens: readonly Token[], open: number): number {
  let end = tokens.length;
  for (let at = open + 3; at < tokens.length; at += 1) {
    const form = reportingForm(tokens[at]?.bare ?? '');
    if (form === undefined) continue;
    const isHead = form.joined && form.aspect !== 'participle' && isStop(tokens[at - 1]);
    const isParticiple =
      form.aspect === 'participle' && !form.verb.weak && tokens[at]?.bare.endsWith('ا') === true;
    if (isHead || isParticiple) {
      end = at;
      break;
    }
  }
  while (end > open && isStop(tokens[end - 1])) end -= 1;
  return end;
}

function isStop(token: Token | undefined): boolean {
  return token !== undefined && /^[.!?؟…۔]$/.test(token.surface);
}

function quotation(
  tokens: readonly Token[],
  open: number,
  from: number,
  close: number,
  next: number,
): Quotation {
  let words = 0;
  for (let at = from; at < close; at += 1) {
    const kind = tokens[at]?.kind;
    if (kind === 'arabic' || kind === 'latin' || kind === 'number') words += 1;
  }
  return { open, from, close, next, words };
}
