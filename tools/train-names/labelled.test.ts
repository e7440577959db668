import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { partOf, readLabelled } from './labelled.ts';

test('tokens are split as the program splits text, and labels stay sound', () => {
  const folder = mkdtempSync(join(tmpdir(), 'labelled-'));
  try {
    const file = join(folder, 'a.conll');
    writeFileSync(
      file,
      'عاد O\nسنمار B-PERS\nالعبقوري I-PERS\nالى O\nعين-زبيدة B-LOC\n\nو O\nشركة I-ORG\n',
    );
    expect(
      readLabelled(file).map(({ surfaces, labels }) => [surfaces.join(' '), [...labels]]),
    ).toEqual([
      ['عاد سنمار العبقوري الى عين - زبيدة', [0, 1, 2, 0, 3, 4, 4]],
      ['و شركة', [0, 5]],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the last seventh is held out whatever part is tuned on', () => {
  const parts = [0, 1, 2].map((fold) =>
    Array.from({ length: 70 }, (_, place) => partOf(place, 70, fold)),
  );
  for (const [fold, list] of parts.entries()) {
    expect(list.slice(60)).toEqual(Array.from({ length: 10 }, () => 'held'));
    expect(list.filter((part) => part === 'tune')).toHaveLength(10);
    expect(list.indexOf('tune')).toBe(fold * 10);
  }
});
