/**
 * An AVIF with its notes blanked: EXIF and XMP, boxes of programs' own, the times of a moving picture; and nothing
 * behind the last box. Places inside the file are given by number of bytes, so nothing moves: what is taken out is
 * overwritten. What cannot be read as boxes is left as it stands from there on. Never throws.
 */
export function keepOfAvif(bytes: Buffer): Buffer[] {
  const copy = Buffer.from(bytes);
  let end = 0;
  for (const box of boxesOf(copy, 0, copy.length)) {
    end = box.end;
    blankBox(copy, box);
  }
  // Bytes that are no box are a file's tail, unless nothing could be read.
  return [end === 0 ? bytes : copy.subarray(0, end)];
}

interface Box {
  type: string;
  start: number;
  /** Where its content begins. */
  data: number;
  end: number;
}

function* boxesOf(bytes: Buffer, from: number, to: number): Generator<Box> {
  let at = from;
  while (at + 8 <= to) {
    const short = bytes.readUInt32BE(at);
    const data = at + (short === 1 ? 16 : 8);
    if (data > to) return;
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    const end = short === 0 ? to : at + size;
    if (end < data || end > to) return;
    yield { type: bytes.toString('latin1', at + 4, at + 8), start: at, data, end };
    at = end;
  }
}

const containers: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia']);
/** Notes, and room that may still hold what once stood there. */
const notes: ReadonlySet<string> = new Set(['uuid', 'udta', 'free', 'skip']);
const timed: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd']);

function blankBox(bytes: Buffer, { type, start, data, end }: Box): void {
  if (notes.has(type)) {
    bytes.write('free', start + 4, 'latin1');
    bytes.fill(0, data, end);
  } else if (containers.has(type)) {
    for (const inner of boxesOf(bytes, data, end)) blankBox(bytes, inner);
  } else if (timed.has(type) && data + 20 <= end) {
    bytes.fill(0, data + 4, data + (bytes[data] === 1 ? 20 : 12));
  } else if (type === 'meta' && data + 4 <= end) {
    blankItems(bytes, [...boxesOf(bytes, data + 4, end)]);
  }
}

/** The items of a `meta` box that are notes, wherever their bytes stand. */
function blankItems(bytes: Buffer, boxes: readonly Box[]): void {
  const find = (type: string) => boxes.find((box) => box.type === type);
  const [information, location] = [find('iinf'), find('iloc')];
  if (information === undefined || location === undefined) return;
  const ids = noteItems(bytes, information);
  if (ids.size === 0) return;
  const itemData = find('idat');
  for (const { item, isInside, from, length } of extentsOf(bytes, location)) {
    const base = isInside ? itemData?.data : 0;
    if (!ids.has(item) || base === undefined) continue;
    const limit = isInside ? (itemData?.end ?? 0) : bytes.length;
    const start = Math.min(base + from, limit);
    bytes.fill(0, start, length === 0 ? limit : Math.min(start + length, limit));
  }
}

/** Items that say about the picture rather than make it: EXIF, and texts of a type of their own such as XMP. */
function noteItems(bytes: Buffer, { data, end }: Box): Set<number> {
  const ids = new Set<number>();
  const first = data + 4 + (bytes[data] === 0 ? 2 : 4);
  for (const entry of boxesOf(bytes, first, end)) {
    const version = bytes[entry.data] ?? 0;
    const wide = version >= 3;
    const at = entry.data + 4;
    if (entry.type !== 'infe' || version < 2 || at + (wide ? 10 : 8) > entry.end) continue;
    const type = bytes.toString('latin1', at + (wide ? 6 : 4), at + (wide ? 10 : 8));
    if (['Exif', 'mime', 'uri '].includes(type))
      ids.add(wide ? bytes.readUInt32BE(at) : bytes.readUInt16BE(at));
  }
  return ids;
}

interface Extent {
  item: number;
  /** In the box `idat` rather than in the file. */
  isInside: boolean;
  from: number;
  length: number;
}

function* extentsOf(bytes: Buffer, { data, end }: Box): Generator<Extent> {
  // An object, because what reads moves it on.
  const place = { at: data + 6 };
  if (place.at > end) return;
  const version = bytes[data] ?? 0;
  const sizes = bytes.readUInt16BE(data + 4);
  const [offsetSize, lengthSize] = [sizes >> 12, (sizes >> 8) & 15];
  const [baseSize, indexSize] = [(sizes >> 4) & 15, version > 0 ? sizes & 15 : 0];
  const read = (size: number) => {
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + (bytes[place.at + i] ?? 0);
    place.at += size;
    return value;
  };
  const wide = version >= 2;
  let items = read(wide ? 4 : 2);
  while (items > 0 && place.at < end) {
    items -= 1;
    const item = read(wide ? 4 : 2);
    const isInside = version > 0 && (read(2) & 15) === 1;
    // The data reference.
    read(2);
    const base = read(baseSize);
    let extents = read(2);
    while (extents > 0 && place.at < end) {
      extents -= 1;
      read(indexSize);
      const from = base + read(offsetSize);
      yield { item, isInside, from, length: read(lengthSize) };
    }
  }
}
