import { afterEach, expect, test } from 'vitest';
import { extract } from '../../core/extraction/extract.ts';
import { Extractor } from './extractor.ts';
import { nameModel } from './name-model-file.ts';

const extractor = new Extractor();
afterEach(() => extractor.close());

const text = 'قالت المحامية رنا الأسعد أمس إن المحكمة في بيروت أجّلت الجلسة.';

test('finds in its thread what is found without one, several questions at a time', async () => {
  const days = ['2026-01-28', '2026-03-01', null];
  const found = await Promise.all(
    days.map((publishedOn) => extractor.find('a', text, { publishedOn })),
  );
  expect(found).toEqual(
    days.map((publishedOn) => extract(text, { model: nameModel(), publishedOn })),
  );
  expect(found[0]?.names.map(({ surface }) => surface)).toContain('رنا الأسعد');
});

test('says that it is closing, and begins anew with the next text', async () => {
  const waiting = extractor.find('a', text, { publishedOn: null });
  const closing = extractor.close();
  await expect(waiting).rejects.toMatchObject({ code: 'CLOSING' });
  await closing;
  expect((await extractor.find('a', text, { publishedOn: null })).dates).toHaveLength(1);
});
