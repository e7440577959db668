/** Why a file of weights cannot be used. */
export type NameModelProblem = 'not-a-model' | 'other-version' | 'damaged';

export class NameModelError extends Error {
  readonly problem: NameModelProblem;

  constructor(problem: NameModelProblem) {
    super(`name model: ${problem}`);
    this.name = 'NameModelError';
    this.problem = problem;
  }
}

/** Named arrays of one file. */
export interface ModelParts {
  /** Whatever is no array: sizes, scales, calibration. */
  header: Readonly<Record<string, unknown>>;
  arrays: ReadonlyMap<string, ModelArray>;
}

export type ModelArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Uint32Array
  | Int32Array
  | Float32Array;

const magic = 0x4d4e554d;
const version = 1;
const start = 16;

const types = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
} as const;

type TypeName = keyof typeof types;

interface Index {
  header: Record<string, unknown>;
  arrays: { name: string; type: TypeName; length: number }[];
}

/**
 * Little-endian: magic, version, checksum of what follows, bytes of the index; the index as JSON in ASCII; the arrays in its order,
 * each at a multiple of 4.
 */
export function writeModelFile({ header, arrays }: ModelParts): Uint8Array {
  const index: Index = {
    header: { ...header },
    arrays: [...arrays].map(([name, array]) => ({
      name,
      type: typeOf(array),
      length: array.length,
    })),
  };
  const json = Uint8Array.from(JSON.stringify(index), (letter) => letter.charCodeAt(0));
  const size = [...arrays.values()].reduce(
    (sum, array) => sum + padded(array.byteLength),
    start + padded(json.length),
  );
  const bytes = new Uint8Array(size);
  bytes.set(json, start);
  let at = start + padded(json.length);
  for (const array of arrays.values()) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, version, true);
  view.setUint32(12, json.length, true);
  view.setUint32(8, checksum(bytes), true);
  return bytes;
}

/** Throws `NameModelError`. The arrays are views of a copy of `bytes`. */
export function readModelFile(bytes: Uint8Array): ModelParts {
  if (bytes.length < start) throw new NameModelError('not-a-model');
  const own = new Uint8Array(bytes);
  const view = new DataView(own.buffer);
  if (view.getUint32(0, true) !== magic) throw new NameModelError('not-a-model');
  if (view.getUint32(4, true) !== version) throw new NameModelError('other-version');
  if (view.getUint32(8, true) !== checksum(own)) throw new NameModelError('damaged');
  const indexLength = view.getUint32(12, true);
  const index = parseIndex(own.subarray(start, start + indexLength));
  const arrays = new Map<string, ModelArray>();
  let at = start + padded(indexLength);
  for (const { name, type, length } of index.arrays) {
    const width = types[type].BYTES_PER_ELEMENT;
    if (at + length * width > own.length) throw new NameModelError('damaged');
    arrays.set(name, new types[type](own.buffer, at, length));
    at += padded(length * width);
  }
  return { header: index.header, arrays };
}

function parseIndex(json: Uint8Array): Index {
  try {
    return JSON.parse(Array.from(json, (unit) => String.fromCharCode(unit)).join('')) as Index;
  } catch {
    throw new NameModelError('damaged');
  }
}

function typeOf(array: ModelArray): TypeName {
  if (array instanceof Int8Array) return 'i8';
  if (array instanceof Uint16Array) return 'u16';
  if (array instanceof Uint32Array) return 'u32';
  if (array instanceof Int32Array) return 'i32';
  return array instanceof Float32Array ? 'f32' : 'u8';
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** Of everything after the checksum's own place; 32 bits at a time, so that megabytes take a millisecond or two. */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let hash = bytes.length;
  for (let at = 3; at < words.length; at += 1) {
    hash = Math.imul(hash ^ (words[at] as number), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
