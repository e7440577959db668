/** A text rewritten character by character, and where each unit of it came from. All offsets are UTF-16 units. */
export interface MappedText {
  text: string;
  /** `starts[i]`: where the original character of `text[i]` begins. Never decreases. */
  starts: Uint32Array;
  /** `ends[i]`: where it ends, with the marks after it that were dropped. Never decreases. */
  ends: Uint32Array;
  /** Length of the original. */
  originalLength: number;
}

export interface CharacterMap {
  (text: string): string;
  /** The same text with its way back. */
  withOffsets(text: string): MappedText;
}

/**
 * A text rewriter from a rule for one character. The rule must not depend on neighbours: it is asked once for each
 * character ever met. `isMark` says which dropped characters belong to the character before them.
 */
export function createCharacterMap(
  rule: (character: string) => string,
  isMark: (character: string) => boolean,
): CharacterMap {
  // One cell a UTF-16 unit: the unit it becomes, or one of the negative signs below; 0 is not known yet.
  const cells = new Int32Array(0x10000);
  const strings = new Map<string, string>();

  const learn = (unit: number): number => {
    const character = String.fromCharCode(unit);
    const result = unit >= 0xd800 && unit <= 0xdfff ? undefined : rule(character);
    let cell: number;
    if (result === undefined) cell = inStrings;
    else if (result === '') cell = isMark(character) ? droppedMark : dropped;
    else if (result.length === 1 && result !== '\0') cell = result.charCodeAt(0);
    else cell = inStrings;
    cells[unit] = cell;
    return cell;
  };

  const lookUp = (character: string): string => {
    let result = strings.get(character);
    if (result === undefined) {
      result = rule(character);
      strings.set(character, result);
    }
    return result;
  };

  const run = (text: string, withOffsets: boolean): MappedText => {
    const { length } = text;
    let capacity = length + 32;
    let units = new Uint16Array(capacity);
    let starts = new Uint32Array(withOffsets ? capacity : 0);
    let ends = new Uint32Array(withOffsets ? capacity : 0);
    let size = 0;
    // Whether a dropped mark still belongs to the last unit written.
    let attached = false;
    for (let at = 0; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      const known = cells[unit] ?? 0;
      const cell = known === 0 ? learn(unit) : known;
      if (cell > 0) {
        units[size] = cell;
        // Writes past the end of an empty array are nothing.
        starts[size] = at;
        ends[size] = at + 1;
        size += 1;
        attached = true;
        continue;
      }
      if (cell === dropped) {
        attached = false;
        continue;
      }
      if (cell === droppedMark) {
        if (attached) ends[size - 1] = at + 1;
        continue;
      }
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      const result = lookUp(character);
      const end = at + character.length;
      if (size + result.length + length - at > capacity) {
        capacity = capacity * 2 + result.length;
        units = copyTo(new Uint16Array(capacity), units);
        if (withOffsets) {
          starts = copyTo(new Uint32Array(capacity), starts);
          ends = copyTo(new Uint32Array(capacity), ends);
        }
      }
      if (result === '') {
        if (!isMark(character)) attached = false;
        else if (attached) ends[size - 1] = end;
      }
      for (let i = 0; i < result.length; i += 1) {
        units[size] = result.charCodeAt(i);
        starts[size] = at;
        ends[size] = end;
        size += 1;
        attached = true;
      }
      at = end - 1;
    }
    return {
      text: toText(units, size),
      starts: starts.subarray(0, size),
      ends: ends.subarray(0, size),
      originalLength: length,
    };
  };

  const map = (text: string) => run(text, false).text;
  map.withOffsets = (text: string) => run(text, true);
  return map;
}

/** Where [start, end) of the mapped text stands in the original; an empty span stays empty. */
export function originalSpan(
  mapped: MappedText,
  start: number,
  end: number,
): { start: number; end: number } {
  const from = mapped.starts[start] ?? mapped.originalLength;
  return { start: from, end: end > start ? (mapped.ends[end - 1] ?? from) : from };
}

/** First offset of the mapped text that came from `offset` of the original or from after it. */
export function mappedOffset(mapped: MappedText, offset: number): number {
  let low = 0;
  let high = mapped.starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mapped.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const dropped = -1;
const droppedMark = -2;
const inStrings = -3;

function copyTo<T extends Uint16Array | Uint32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}

function toText(units: Uint16Array, size: number): string {
  let text = '';
  for (let at = 0; at < size; at += chunk) {
    const part = units.subarray(at, Math.min(size, at + chunk));
    text += Reflect.apply(String.fromCharCode, String, part);
  }
  return text;
}

// Arguments of one call live on the stack.
const chunk = 8192;
