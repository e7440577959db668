import { expect, test } from 'vitest';

import { multiplyModule } from '../../core/extraction/names/row-products.ts';
import { createKernels, multiplyModuleBytes } from './kernels.ts';
import { createRandom } from './random.ts';

const rows = 6;
const columns = 16;

function example() {
  const kernels = createKernels(1);
  const random = createRandom(7);
  const fill = (array: Float32Array): Float32Array => {
    for (let at = 0; at < array.length; at += 1) array[at] = random.normal();
    return array;
  };
  const matrix = fill(kernels.floats(rows * columns));
  return {
    kernels,
    matrix,
    input: fill(kernels.floats(columns)),
    by: fill(kernels.floats(rows)),
    fill,
  };
}

test('the module that the program carries is the one assembled here', () => {
  expect([...multiplyModule]).toEqual([...multiplyModuleBytes()]);
});

test('products are those of a plain loop', () => {
  const { kernels, matrix, input } = example();
  const result = kernels.floats(rows);
  kernels.multiply(matrix, input, result, rows);
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    for (let k = 0; k < columns; k += 1) sum += (matrix[row * columns + k] ?? 0) * (input[k] ?? 0);
    expect(result[row]).toBeCloseTo(sum, 4);
  }
});

test('outer products are added, rows with factor 0 stay', () => {
  const { kernels, matrix, input, by } = example();
  by[2] = 0;
  const before = matrix.slice();
  kernels.addOuter(matrix, input, by, rows);
  for (let row = 0; row < rows; row += 1)
    for (let k = 0; k < columns; k += 1)
      expect(matrix[row * columns + k]).toBeCloseTo(
        (before[row * columns + k] ?? 0) + (by[row] ?? 0) * (input[k] ?? 0),
        4,
      );
});

test('a step of Adam goes against the gradient and clears it', () => {
  const { kernels, matrix, fill } = example();
  const gradient = fill(kernels.floats(matrix.length));
  const before = matrix.slice();
  const signs = gradient.map(Math.sign);
  const mean = kernels.floats(matrix.length);
  const square = kernels.floats(matrix.length);
  kernels.adam({ values: matrix, gradient, mean, square }, 0.01 / 0.1, 1 / 0.001);
  for (let at = 0; at < matrix.length; at += 1)
    expect(matrix[at]).toBeCloseTo((before[at] ?? 0) - 0.01 * (signs[at] ?? 0), 4);
  expect(gradient.every((value) => value === 0)).toBe(true);
});
