import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createRowProducts, plainProducts } from './row-products.ts';

test('vector instructions and plain loops give the same products', () => {
  const number = fc.float({ min: -4, max: 4, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 48, maxLength: 48 }),
      fc.array(number, { minLength: 16, maxLength: 16 }),
      (matrix, input) => {
        const fast = createRowProducts(Float32Array.from(matrix), 16);
        const plain = plainProducts(Float32Array.from(matrix), 3, 16);
        for (const products of [fast, plain]) {
          products.input.set(input);
          products.multiply();
        }
        for (let row = 0; row < 3; row += 1)
          expect(fast.result[row]).toBeCloseTo(plain.result[row] ?? 0, 3);
      },
    ),
  );
});
