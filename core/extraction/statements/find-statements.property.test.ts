import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../arabic/tokenize.ts';
import { createStatementFinder, findStatements } from './find-statements.ts';
import { rosterNames, statementsOf } from './statements.fixture.ts';

const word = fc.constantFrom(
  ...'قال وقالت أكد وأضاف مشيرا مؤكدا قائلا قائلة بحسب وفقا ل لوزارة نقلا عن كما ذكرت على حد قوله إن أن أنه بأن إلى'.split(
    ' ',
  ),
  ...'سامي الحداد ليلى منصور وزير الري المتحدث باسم مصادر مطلعة تقارير في بيان الذي التي وكان قد لم دون بين عبر من'.split(
    ' ',
  ),
  ...'السد آمن والعمل مستمر بالتأكيد مع التأكيد استمرار الهيئة للمدى المدى الجانبان تونس نقلت قولهم بقوله لكنه رفض إلا أنها غير لكن وذلك بعد فيما رغم قد كانت نقلا تسجيل فيه بأنه وأصدرت رافضا طالبوا ليلى منصور'.split(
    ' ',
  ),
  ..."« » \" “ ” ‹ › '' ، . : ؛ ( ) ؟ ! .. … - # 20:30 2024 CNN".split(' '),
);
const line = fc
  .array(fc.oneof({ weight: 12, arbitrary: word }, fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 40,
  })
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', ' ', ' ', ''), {
        minLength: words.length,
        maxLength: words.length,
      })
      .map((spaces) => words.map((each, index) => each + (spaces[index] ?? '')).join('')),
  );
const article = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

test('spans are inside the text and equal to their surface, and a cue is apart from its content', () => {
  fc.assert(
    fc.property(article, (text) => {
      for (const { cue, content, speaker, through, confidence } of statementsOf(text)) {
        for (const span of [cue, content, speaker, through]) {
          if (span === null) continue;
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(span.surface);
        }
        expect(cue.end <= content.start || content.end <= cue.start).toBe(true);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1500 },
  );
});

test('contents of one line do not overlap, and no line reaches into another', () => {
  fc.assert(
    fc.property(article, (text) => {
      const contents = statementsOf(text)
        .map(({ content }) => content)
        .toSorted((a, b) => a.start - b.start);
      for (const [index, content] of contents.entries()) {
        expect(content.end).toBeLessThanOrEqual(contents[index + 1]?.start ?? text.length);
        expect(content.surface).not.toMatch(/[\n\r\u2028\u2029\u0085]/);
      }
    }),
    { numRuns: 1000 },
  );
});

test('tokens made beforehand change nothing', () => {
  fc.assert(
    fc.property(article, (text) => {
      const context = rosterNames(text);
      expect(findStatements(text, { ...context, tokens: tokenize(text) })).toEqual(
        findStatements(text, context),
      );
    }),
  );
});

test('after any edits the finder that remembers lines answers what a full run does', () => {
  const edit = fc.record({ at: fc.nat(5), line, kind: fc.constantFrom('put', 'drop', 'change') });
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 6 }),
      fc.array(edit, { maxLength: 6 }),
      (lines, edits) => {
        const find = createStatementFinder();
        const current = [...lines];
        for (const { at, line: other, kind } of [{ at: 0, line: '', kind: 'none' }, ...edits]) {
          if (kind === 'put') current.splice(at, 0, other);
          if (kind === 'drop') current.splice(at, 1);
          if (kind === 'change' && at < current.length) current[at] = other;
          const text = current.join('\n');
          expect(find(text, rosterNames(text))).toEqual(statementsOf(text));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a line says the same about cues and contents whatever lines stand around it', () => {
  fc.assert(
    fc.property(article, line, article, (before, own, after) => {
      const opening = `قال سامي الحداد إن السد آمن.\n`;
      const alone = statementsOf(opening + own).slice(1);
      const text = `${opening}${before}\n${own}\n${after}`;
      const start = opening.length + before.length + 1;
      const inside = statementsOf(text).filter(
        ({ cue }) => cue.start >= start && cue.end <= start + own.length,
      );
      const shape = (found: typeof alone, offset: number): string[] =>
        found.map(
          ({ cue, content }) =>
            `${cue.start - offset} ${content.start - offset} ${content.end - offset}`,
        );
      const all = new Set(shape(inside, start));
      const carried = alone.filter(({ origin }) => /named|phrase/.test(origin));
      for (const each of shape(carried, opening.length)) expect(all).toContain(each);
    }),
    { numRuns: 500 },
  );
});
