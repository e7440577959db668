import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../core/article/annotation.ts';
import { extract } from '../../core/extraction/extract.ts';
import { loadNameModel } from '../../core/extraction/names/name-model.ts';
import { openSuggestions } from '../../core/extraction/suggestions.ts';
import type { Suggestions } from '../../core/extraction/suggestions.ts';
import type { Steps } from './idle-work.ts';
import { openInSteps } from './open-in-steps.ts';

const model = loadNameModel(
  readFileSync(new URL('../../resources/extraction/names.bin', import.meta.url)),
);
const people = ['كريم الجبوري', 'سعاد الربيعي', 'هدى السباعي', 'سامر الزعبي', 'ليلى منصور'];
const text = Array.from({ length: 60 }, (_, line) => {
  const person = people[line % people.length];
  return `وصل ${person} إلى بغداد في ${(line % 28) + 1} مارس 2026. وقال إن العمل سيبدأ غدًا.`;
}).join('\n');
const found = extract(text, { model, publishedOn: '2026-01-28' });
const all = openSuggestions(text, found, { annotations: [], rejected: new Set() });
const suggested = [...all.names, ...all.dates, ...all.sources];

test('gives in steps what is given at once, whatever is confirmed or turned down', () => {
  expect(all.dates.length).toBeGreaterThan(100);
  const indexes = fc.array(fc.nat(suggested.length - 1), { maxLength: 20 });
  fc.assert(
    fc.property(indexes, indexes, (confirmed, turnedDown) => {
      const annotations = confirmed.flatMap((index): Annotation[] => {
        const each = suggested[index];
        if (each === undefined) return [];
        const { value, origin, places } = each;
        return [{ id: String(index), value, state: 'accepted', origin, places: [...places] }];
      });
      const rejected = new Set(turnedDown.flatMap((index) => suggested[index]?.fingerprint ?? []));
      const decided = { annotations, rejected };
      const [inSteps, steps] = finish(openInSteps(text, found, decided));
      expect(inSteps).toEqual(openSuggestions(text, found, decided));
      expect(steps).toBeGreaterThan(3);
    }),
    { numRuns: 30 },
  );
});

function finish(work: Steps<Suggestions>): [Suggestions, number] {
  for (let steps = 0; ; steps += 1) {
    const step = work.next();
    if (step.done === true) return [step.value, steps];
  }
}
