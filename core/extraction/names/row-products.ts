/** Products of a matrix, rows of `columns` numbers, with one vector after the other. */
export interface RowProducts {
  /** To be filled before each `multiply`; a multiple of 8 numbers. */
  input: Float32Array;
  /** One number a row. */
  result: Float32Array;
  multiply(): void;
}

interface WasmModule {
  Module: new (bytes: Uint8Array) => object;
  Memory: new (options: { initial: number }) => { readonly buffer: ArrayBuffer };
  Instance: new (
    module: object,
    imports: object,
  ) => { exports: Record<string, (...values: number[]) => void> };
}

/**
 * By the engine's vector instructions where it lets them be used, five times as fast as the plain loop that it falls back
 * to; the two agree but for rounding.
 */
export function createRowProducts(matrix: Float32Array, columns: number): RowProducts {
  const rows = matrix.length / columns;
  const { WebAssembly: wasm } = globalThis as { WebAssembly?: WasmModule };
  if (columns % 8 === 0 && wasm !== undefined)
    try {
      return vectorProducts(wasm, matrix, rows, columns);
    } catch {
      // A page's policy may forbid it.
    }
  return plainProducts(matrix, rows, columns);
}

function vectorProducts(
  wasm: WasmModule,
  matrix: Float32Array,
  rows: number,
  columns: number,
): RowProducts {
  const bytes = (matrix.length + columns + rows + 8) * 4;
  const memory = new wasm.Memory({ initial: Math.ceil(bytes / 65_536) });
  const { exports } = new wasm.Instance(new wasm.Module(multiplyModule), { e: { m: memory } });
  const run = exports['m'];
  if (run === undefined) throw new TypeError('no such function');
  new Float32Array(memory.buffer, 0, matrix.length).set(matrix);
  const input = new Float32Array(memory.buffer, matrix.byteLength, columns);
  const result = new Float32Array(memory.buffer, matrix.byteLength + columns * 4, rows);
  return {
    input,
    result,
    multiply: () => {
      run(0, input.byteOffset, result.byteOffset, result.byteOffset + rows * 4, columns * 4);
    },
  };
}

export function plainProducts(matrix: Float32Array, rows: number, columns: number): RowProducts {
  const input = new Float32Array(columns);
  const result = new Float32Array(rows);
  return {
    input,
    result,
    multiply() {
      for (let row = 0; row < rows; row += 1) {
        const from = row * columns;
        let sum = 0;
        for (let k = 0; k < columns; k += 1)
          sum += (matrix[from + k] as number) * (input[k] as number);
        result[row] = sum;
      }
    },
  };
}

/** Assembled by tools/train-names/kernels.ts, whose test compares the two: `m(matrix, input, result, end, bytes a row)`. */
// prettier-ignore
export const multiplyModule = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 9, 1, 96, 5, 127, 127, 127, 127, 127, 0, 2, 8, 1, 1, 101, 1, 109, 2, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 109, 0, 0, 10, 180, 1, 1, 177, 1, 2, 2, 127, 2, 123, 3, 64, 32, 1, 33, 5, 32, 1, 32, 4, 106, 33, 6, 253, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 33, 7, 253, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 33, 8, 3, 64, 32, 7, 32, 0, 253, 0, 2, 0, 32, 5, 253, 0, 2, 0, 253, 230, 1, 253, 228, 1, 33, 7, 32, 8, 32, 0, 253, 0, 2, 16, 32, 5, 253, 0, 2, 16, 253, 230, 1, 253, 228, 1, 33, 8, 32, 0, 65, 32, 106, 33, 0, 32, 5, 65, 32, 106, 33, 5, 32, 5, 32, 6, 73, 13, 0, 11, 32, 2, 32, 7, 32, 8, 253, 228, 1, 34, 7, 253, 31, 0, 32, 7, 253, 31, 1, 146, 32, 7, 253, 31, 2, 146, 32, 7, 253, 31, 3, 146, 56, 2, 0, 32, 2, 65, 4, 106, 33, 2, 32, 2, 32, 3, 73, 13, 0, 11, 11]);
