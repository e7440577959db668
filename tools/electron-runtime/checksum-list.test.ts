import { expect, test } from 'vitest';
import { parseChecksumList } from './checksum-list.ts';

const hash = 'ab'.repeat(32);

test('reads what sha256sum writes', () => {
  expect([...parseChecksumList(`${hash}  ./a b/c.pak\n${hash} *d\n`)]).toEqual([
    ['a b/c.pak', hash],
    ['d', hash],
  ]);
});

test.each([hash, `${hash.slice(1)}  ./a`, `${hash}  ./../a`, 'nothing'])(
  'refuses the line %j',
  (line) => {
    expect(() => parseChecksumList(`${line}\n`)).toThrow('a line that cannot be read');
  },
);
