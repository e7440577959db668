import { createRandom } from './random.ts';
import { sentenceEnd } from './corpus.ts';
import type { Corpus } from './corpus.ts';

export interface VectorOptions {
  dimensions: number;
  /** How many of the commonest words are counted as neighbours. */
  neighbours: number;
  /** Power that the neighbours' probabilities are taken to. */
  smoothing: number;
  /** Subtracted from the pointwise mutual information. */
  shift: number;
  seed: number;
}

/**
 * One row a word, of length 1: positive pointwise mutual information of each word with its neighbours at the four places
 * around it, each place counted apart, reduced by a randomised singular value decomposition.
 */
export function wordVectors(corpus: Corpus, options: VectorOptions): Float32Array {
  const matrix = neighbourMatrix(corpus, options);
  const left = singularVectors(matrix, options.dimensions, options.seed);
  normaliseRows(left, options.dimensions);
  return left;
}

interface SparseMatrix {
  rows: number;
  columns: number;
  starts: Int32Array;
  columnsOf: Int32Array;
  values: Float32Array;
}

const offsets = [-2, -1, 1, 2];

function neighbourMatrix(corpus: Corpus, options: VectorOptions): SparseMatrix {
  const { stream } = corpus;
  const rows = corpus.keys.length;
  // The last neighbour stands for a sentence's edge.
  const each = options.neighbours + 1;
  const columns = each * offsets.length;
  if (rows * columns > 0xffffffff) throw new RangeError('too many pairs for 32 bits');
  const pairs = new Uint32Array(stream.length * offsets.length);
  let size = 0;
  for (let at = 0; at < stream.length; at += 1) {
    const word = stream[at] as number;
    if (word < 0) continue;
    for (const [place, offset] of offsets.entries()) {
      const neighbour = neighbourAt(stream, at, offset);
      if (neighbour >= options.neighbours) continue;
      pairs[size] =
        word * columns + place * each + (neighbour < 0 ? options.neighbours : neighbour);
      size += 1;
    }
  }
  const sorted = pairs.subarray(0, size).toSorted();
  return informationMatrix(sorted, rows, columns, options);
}

/** -1 past a sentence's edge. */
function neighbourAt(stream: Int32Array, at: number, offset: number): number {
  const step = Math.sign(offset);
  for (let moved = step; ; moved += step) {
    const word = stream[at + moved] ?? sentenceEnd;
    if (word < 0) return -1;
    if (moved === offset) return word;
  }
}

function informationMatrix(
  sorted: Uint32Array,
  rows: number,
  columns: number,
  options: VectorOptions,
): SparseMatrix {
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  let distinct = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const pair = sorted[at] as number;
    const row = Math.floor(pair / columns);
    rowSums[row] = (rowSums[row] as number) + 1;
    const column = pair - row * columns;
    columnSums[column] = (columnSums[column] as number) + 1;
    if (at === 0 || sorted[at - 1] !== pair) distinct += 1;
  }
  const smoothed = columnSums.map((sum) => sum ** options.smoothing);
  const total = smoothed.reduce((sum, value) => sum + value, 0);
  const starts = new Int32Array(rows + 1);
  const columnsOf = new Int32Array(distinct);
  const values = new Float32Array(distinct);
  let size = 0;
  for (let at = 0; at < sorted.length;) {
    const pair = sorted[at] as number;
    let end = at + 1;
    while (end < sorted.length && sorted[end] === pair) end += 1;
    const row = Math.floor(pair / columns);
    const column = pair - row * columns;
    const information =
      Math.log(((end - at) * total) / ((rowSums[row] as number) * (smoothed[column] as number))) -
      options.shift;
    if (information > 0) {
      columnsOf[size] = column;
      values[size] = information;
      size += 1;
      starts[row + 1] = (starts[row + 1] as number) + 1;
    }
    at = end;
  }
  for (let row = 0; row < rows; row += 1)
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  return { rows, columns, starts, columnsOf, values };
}

/** Left singular vectors, each scaled by the root of its singular value. Row major. */
function singularVectors(matrix: SparseMatrix, dimensions: number, seed: number): Float32Array {
  const width = dimensions + 16;
  const random = createRandom(seed);
  let right: Float32Array = new Float32Array(matrix.columns * width).map(() => random.normal());
  let left: Float32Array = new Float32Array(0);
  for (let pass = 0; pass < 4; pass += 1) {
    left = multiply(matrix, right, width);
    orthonormalise(left, width);
    right = multiplyTransposed(matrix, left, width);
    if (pass < 3) orthonormalise(right, width);
  }
  // right = Aᵀ Q, so A ≈ Q rightᵀ; the small Gram matrix rightᵀ right = W S² Wᵀ.
  const { values, vectors } = symmetricEigen(gram(right, width), width);
  const order = [...values.keys()].toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const result = new Float32Array(matrix.rows * dimensions);
  for (let to = 0; to < dimensions; to += 1) {
    const from = order[to] ?? 0;
    const scale = Math.max(values[from] ?? 0, 0) ** 0.25;
    for (let row = 0; row < matrix.rows; row += 1) {
      let sum = 0;
      for (let k = 0; k < width; k += 1)
        sum += (left[row * width + k] as number) * (vectors[k * width + from] as number);
      result[row * dimensions + to] = sum * scale;
    }
  }
  return result;
}

function multiply(matrix: SparseMatrix, right: Float32Array, width: number): Float32Array {
  const result = new Float32Array(matrix.rows * width);
  const sums = new Float64Array(width);
  for (let row = 0; row < matrix.rows; row += 1) {
    sums.fill(0);
    const end = matrix.starts[row + 1] as number;
    for (let at = matrix.starts[row] as number; at < end; at += 1) {
      const value = matrix.values[at] as number;
      const from = (matrix.columnsOf[at] as number) * width;
      for (let k = 0; k < width; k += 1)
        sums[k] = (sums[k] as number) + value * (right[from + k] as number);
    }
    result.set(sums, row * width);
  }
  return result;
}

function multiplyTransposed(matrix: SparseMatrix, left: Float32Array, width: number): Float32Array {
  const result = new Float32Array(matrix.columns * width);
  for (let row = 0; row < matrix.rows; row += 1) {
    const end = matrix.starts[row + 1] as number;
    const from = row * width;
    for (let at = matrix.starts[row] as number; at < end; at += 1) {
      const value = matrix.values[at] as number;
      const to = (matrix.columnsOf[at] as number) * width;
      for (let k = 0; k < width; k += 1)
        result[to + k] = (result[to + k] as number) + value * (left[from + k] as number);
    }
  }
  return result;
}

/** Columns made orthonormal by way of the Gram matrix's eigenvectors. */
function orthonormalise(matrix: Float32Array, width: number): void {
  const { values, vectors } = symmetricEigen(gram(matrix, width), width);
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  for (let k = 0; k < width; k += 1) {
    const scale = 1 / Math.sqrt(Math.max(values[k] ?? 0, largest * 1e-10));
    for (let row = 0; row < width; row += 1)
      vectors[row * width + k] = (vectors[row * width + k] as number) * scale;
  }
  const line = new Float64Array(width);
  for (let from = 0; from < matrix.length; from += width) {
    line.fill(0);
    for (let i = 0; i < width; i += 1) {
      const value = matrix[from + i] as number;
      for (let k = 0; k < width; k += 1)
        line[k] = (line[k] as number) + value * (vectors[i * width + k] as number);
    }
    matrix.set(line, from);
  }
}

function gram(matrix: Float32Array, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let from = 0; from < matrix.length; from += width)
    for (let i = 0; i < width; i += 1) {
      const value = matrix[from + i] as number;
      for (let k = i; k < width; k += 1)
        result[i * width + k] =
          (result[i * width + k] as number) + value * (matrix[from + k] as number);
    }
  for (let i = 0; i < width; i += 1)
    for (let k = 0; k < i; k += 1) result[i * width + k] = result[k * width + i] as number;
  return result;
}

/** Jacobi's method. `vectors` has one eigenvector a column. */
function symmetricEigen(
  matrix: Float64Array,
  width: number,
): { values: Float64Array; vectors: Float64Array } {
  const vectors = new Float64Array(width * width);
  for (let k = 0; k < width; k += 1) vectors[k * width + k] = 1;
  for (let sweep = 0; sweep < 12; sweep += 1)
    for (let p = 0; p < width - 1; p += 1)
      for (let q = p + 1; q < width; q += 1) rotate(matrix, vectors, width, p, q);
  const values = new Float64Array(width);
  for (let k = 0; k < width; k += 1) values[k] = matrix[k * width + k] as number;
  return { values, vectors };
}

function rotate(m: Float64Array, vectors: Float64Array, width: number, p: number, q: number): void {
  const off = m[p * width + q] as number;
  if (off === 0) return;
  const theta = ((m[q * width + q] as number) - (m[p * width + p] as number)) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < width; k += 1) {
    const a = m[k * width + p] as number;
    const b = m[k * width + q] as number;
    m[k * width + p] = c * a - s * b;
    m[k * width + q] = s * a + c * b;
  }
  for (let k = 0; k < width; k += 1) {
    const a = m[p * width + k] as number;
    const b = m[q * width + k] as number;
    m[p * width + k] = c * a - s * b;
    m[q * width + k] = s * a + c * b;
    const x = vectors[k * width + p] as number;
    const y = vectors[k * width + q] as number;
    vectors[k * width + p] = c * x - s * y;
    vectors[k * width + q] = s * x + c * y;
  }
}

function normaliseRows(matrix: Float32Array, width: number): void {
  for (let from = 0; from < matrix.length; from += width) {
    let sum = 0;
    for (let k = 0; k < width; k += 1) sum += (matrix[from + k] as number) ** 2;
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let k = 0; k < width; k += 1) matrix[from + k] = (matrix[from + k] as number) * scale;
  }
}
