/**
 * The loops that training spends its time in, as WebAssembly vector instructions (a fifth of the time of plain loops;
 * the program itself runs without). Arrays live in the module's memory and are made by `floats`.
 */
export interface Kernels {
  /** A zeroed array whose length is a multiple of `lanes`. */
  floats(length: number): Float32Array;
  /** `result[row] = matrix[row] · input`, rows of `input.length`. */
  multiply(matrix: Float32Array, input: Float32Array, result: Float32Array, rows: number): void;
  /** `matrix[row] += by[row] * input`. */
  addOuter(matrix: Float32Array, input: Float32Array, by: Float32Array, rows: number): void;
  /** One step of Adam; clears the gradient. `rate` and `scale` carry the corrections of the first steps. */
  adam(state: AdamArrays, rate: number, scale: number): void;
}

export interface AdamArrays {
  values: Float32Array;
  gradient: Float32Array;
  mean: Float32Array;
  square: Float32Array;
}

export const lanes = 8;

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** The part of the platform's `WebAssembly` that is used; its types are the browser library's. */
interface Wasm {
  Module: new (bytes: Uint8Array) => object;
  Memory: new (options: { initial: number }) => WasmMemory;
  Instance: new (
    module: object,
    imports: object,
  ) => { exports: Record<string, (...values: number[]) => void> };
}

export function createKernels(megabytes: number): Kernels {
  const wasm = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
  const memory = new wasm.Memory({ initial: megabytes * 16 });
  const { exports } = new wasm.Instance(new wasm.Module(kernelModule()), { e: { m: memory } });
  let used = 0;
  return {
    floats(length) {
      const array = new Float32Array(
        memory.buffer,
        used,
        Math.ceil(length / lanes) * lanes,
      ).subarray(0, length);
      used += Math.ceil(length / lanes) * lanes * 4;
      return array;
    },
    multiply(matrix, input, result, rows) {
      exports['m']?.(
        matrix.byteOffset,
        input.byteOffset,
        result.byteOffset,
        result.byteOffset + rows * 4,
        input.byteLength,
      );
    },
    addOuter(matrix, input, by, rows) {
      exports['o']?.(
        matrix.byteOffset,
        input.byteOffset,
        by.byteOffset,
        by.byteOffset + rows * 4,
        input.byteLength,
      );
    },
    adam({ values, gradient, mean, square }, rate, scale) {
      exports['a']?.(
        values.byteOffset,
        gradient.byteOffset,
        mean.byteOffset,
        square.byteOffset,
        values.byteOffset + values.byteLength,
        rate,
        scale,
      );
    },
  };
}

// What follows is an assembler for the three functions; numbers are WebAssembly's opcodes.
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const tee = (local: number): number[] => [0x22, local];
const constant = (value: number): number[] => [0x41, value];
const plus = [0x6a];
const simd = (name: number): number[] => [
  0xfd,
  ...(name < 128 ? [name] : [(name & 127) | 128, name >> 7]),
];
const load = (offset = 0): number[] => [...simd(0), 2, offset];
const store = [...simd(11), 2, 0];
const splat = simd(0x13);
const add = simd(0xe4);
const sub = simd(0xe5);
const times = simd(0xe6);
const over = simd(0xe7);
const root = simd(0xe3);
const zero = [...simd(12), ...Array.from({ length: 16 }, () => 0)];
const advance = (local: number, by: number): number[] => [
  ...get(local),
  ...constant(by),
  ...plus,
  ...set(local),
];
/** Runs `body` until `local` reaches `end`; at least once. */
const until = (local: number, end: number, body: number[]): number[] => [
  0x03,
  0x40,
  ...body,
  ...get(local),
  ...get(end),
  0x49,
  0x0d,
  0,
  0x0b,
];
const floatConstant = (value: number): number[] => [
  0x43,
  ...new Uint8Array(Float32Array.of(value).buffer),
];
const broadcast = (value: number): number[] => [...floatConstant(value), ...splat];

function bodies(): { multiplyBody: number[]; outerBody: number[]; adamBody: number[] } {
  // 0 matrix, 1 input, 2 result, 3 result's end, 4 bytes a row; 5 at, 6 row's end; 7, 8 sums.
  const multiplyBody = until(2, 3, [
    ...get(1),
    ...set(5),
    ...get(1),
    ...get(4),
    ...plus,
    ...set(6),
    ...zero,
    ...set(7),
    ...zero,
    ...set(8),
    ...until(5, 6, [
      ...get(7),
      ...get(0),
      ...load(),
      ...get(5),
      ...load(),
      ...times,
      ...add,
      ...set(7),
      ...get(8),
      ...get(0),
      ...load(16),
      ...get(5),
      ...load(16),
      ...times,
      ...add,
      ...set(8),
      ...advance(0, 32),
      ...advance(5, 32),
    ]),
    ...get(2),
    ...get(7),
    ...get(8),
    ...add,
    ...tee(7),
    ...simd(0x1f),
    0,
    ...get(7),
    ...simd(0x1f),
    1,
    0x92,
    ...get(7),
    ...simd(0x1f),
    2,
    0x92,
    ...get(7),
    ...simd(0x1f),
    3,
    0x92,
    0x38,
    2,
    0,
    ...advance(2, 4),
  ]);
  // 2 factors, 3 factors' end; 7 factor. A row whose factor is 0 is passed over.
  const outerBody = until(2, 3, [
    ...get(1),
    ...set(5),
    ...get(1),
    ...get(4),
    ...plus,
    ...set(6),
    ...get(2),
    0x2a,
    2,
    0,
    ...floatConstant(0),
    0x5b,
    0x04,
    0x40,
    ...get(0),
    ...get(4),
    ...plus,
    ...set(0),
    0x05,
    ...get(2),
    0x2a,
    2,
    0,
    ...splat,
    ...set(7),
    ...until(5, 6, [
      ...get(0),
      ...get(0),
      ...load(),
      ...get(7),
      ...get(5),
      ...load(),
      ...times,
      ...add,
      ...store,
      ...advance(0, 16),
      ...advance(5, 16),
    ]),
    0x0b,
    ...advance(2, 4),
  ]);
  // 0 values, 1 gradient, 2 mean, 3 square, 4 values' end, 5 rate, 6 scale; 7 rate, 8 scale, 9 gradient, 10 mean, 11 square.
  const adamBody = [
    ...get(5),
    ...splat,
    ...set(7),
    ...get(6),
    ...splat,
    ...set(8),
    ...until(0, 4, [
      ...get(1),
      ...load(),
      ...set(9),
      ...get(2),
      ...get(2),
      ...load(),
      ...broadcast(0.9),
      ...times,
      ...get(9),
      ...broadcast(0.1),
      ...times,
      ...add,
      ...tee(10),
      ...store,
      ...get(3),
      ...get(3),
      ...load(),
      ...broadcast(0.999),
      ...times,
      ...get(9),
      ...get(9),
      ...times,
      ...broadcast(0.001),
      ...times,
      ...add,
      ...tee(11),
      ...store,
      ...get(0),
      ...get(0),
      ...load(),
      ...get(10),
      ...get(7),
      ...times,
      ...get(11),
      ...get(8),
      ...times,
      ...root,
      ...broadcast(1e-8),
      ...add,
      ...over,
      ...sub,
      ...store,
      ...get(1),
      ...zero,
      ...store,
      ...advance(0, 16),
      ...advance(1, 16),
      ...advance(2, 16),
      ...advance(3, 16),
    ]),
  ];
  return { multiplyBody, outerBody, adamBody };
}

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const memoryImport = [1, 1, 0x65, 1, 0x6d, 2, 0, 0];
const matrixType = [0x60, 5, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0];
const adamType = [0x60, 7, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7d, 0x7d, 0];

function section(id: number, content: number[]): number[] {
  return [id, ...lengthOf(content), ...content];
}

function code(locals: number[], body: number[]): number[] {
  const whole = [...locals, ...body, 0x0b];
  return [...lengthOf(whole), ...whole];
}

function kernelModule(): Uint8Array {
  const { multiplyBody, outerBody, adamBody } = bodies();
  return Uint8Array.from([
    ...header,
    ...section(1, [2, ...matrixType, ...adamType]),
    ...section(2, memoryImport),
    ...section(3, [3, 0, 0, 1]),
    ...section(7, [3, 1, 0x6d, 0, 0, 1, 0x6f, 0, 1, 1, 0x61, 0, 2]),
    ...section(10, [
      3,
      ...code([2, 2, 0x7f, 2, 0x7b], multiplyBody),
      ...code([2, 2, 0x7f, 1, 0x7b], outerBody),
      ...code([1, 5, 0x7b], adamBody),
    ]),
  ]);
}

/** `multiply` by itself, as the program has it. */
export function multiplyModuleBytes(): Uint8Array {
  const { multiplyBody } = bodies();
  return Uint8Array.from([
    ...header,
    ...section(1, [1, ...matrixType]),
    ...section(2, memoryImport),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x6d, 0, 0]),
    ...section(10, [1, ...code([2, 2, 0x7f, 2, 0x7b], multiplyBody)]),
  ]);
}

/** A length as WebAssembly writes it. */
function lengthOf(content: number[]): number[] {
  const low = content.length & 127;
  return content.length < 128 ? [low] : [low | 128, content.length >> 7];
}
