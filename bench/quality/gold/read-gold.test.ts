import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GoldArticle, Span } from './gold-article.ts';
import { corpusIsThere, goldParts, partOf, readGold, readLabels } from './read-gold.ts';

const corpus = join(import.meta.dirname, '../../../../shared/data/corpus');
const empty = mkdtempSync(join(tmpdir(), 'no-corpus-'));
afterAll(() => rmSync(empty, { recursive: true }));

test('says which files it needs where the corpus is not there', async () => {
  await expect(readGold(empty)).rejects.toThrow(
    /ant-v1\.1\.jsonl\.gz and ant-v2\.1\.jsonl\.gz in /,
  );
});

test('stands outside the training text, each article once and on the side its id falls to', () => {
  const labels = readLabels();
  expect(labels.map((label) => label.part.replace('2', ''))).toEqual(
    labels.map((label) => partOf(label.id)),
  );
  expect(new Set(labels.map((label) => label.id)).size).toBe(labels.length);
});

test('keeps the articles of each part in the file of that part', () => {
  const parts = goldParts.map((part) => readLabels(part).map((label) => label.part));
  expect(parts.map((labels) => [...new Set(labels)])).toEqual(goldParts.map((part) => [part]));
  expect(parts.map((labels) => labels.length)).toEqual([12, 22, 18, 12]);
});

test('commits no words of the articles beyond attached letters', () => {
  const arabic = JSON.stringify(readLabels()).match(/[\u0600-\u06ff]+/g) ?? [];
  expect(arabic.filter((letters) => !/^[وف]?[بلك]?ـ?$/.test(letters))).toEqual([]);
});

test('keeps every date value well formed and its reading among the readings', () => {
  const dates = readLabels().flatMap((label) => label.dates);
  expect(dates.filter((date) => !isDateValue(date.value))).toEqual([]);
  expect(dates.filter((date) => !(date.readings ?? [date.value]).includes(date.value))).toEqual([]);
  expect(
    dates.filter((date) => (date.type === 'DURATION') !== /^P[^A-Z]|^P[TX]/.test(date.value)),
  ).toEqual([]);
});

describe.skipIf(!corpusIsThere(corpus))(
  'with the texts (where the news corpus is present in ../shared)',
  () => {
    let articles: GoldArticle[] = [];
    beforeAll(async () => {
      articles = await readGold(corpus);
    });

    test('reads every article as it was annotated', () => {
      expect(articles.map((article) => article.id)).toEqual(readLabels().map((label) => label.id));
    });

    test('keeps spans inside the text, on whole letters, without space at their ends', () => {
      for (const article of articles) {
        expect(spansOf(article).filter((span) => !isTidy(span, article.text))).toEqual([]);
      }
    });

    test('has no overlapping names, save names inside a nominal mention', () => {
      for (const { names } of articles) {
        for (const kind of ['name', 'nominal']) {
          expect(overlaps(names.filter((name) => name.kind === kind))).toEqual([]);
        }
        const nominals = names.filter((name) => name.kind === 'nominal');
        const cut = names.filter(
          (name) =>
            name.kind === 'name' &&
            nominals.some((nominal) => overlap(name, nominal) && !isWithin(name, nominal)),
        );
        expect(cut).toEqual([]);
      }
    });

    test('has no overlapping dates', () => {
      for (const { dates } of articles) expect(overlaps(dates)).toEqual([]);
    });

    test('knows every entity it refers to and gives it a name', () => {
      for (const { entities, names, statements } of articles) {
        const known = new Set<string | null>(entities.map((entity) => entity.id));
        const used = [
          ...names.map((name) => name.entity),
          ...statements.flatMap(({ speaker, via }) => [speaker, via?.entity ?? null]),
        ].filter((id) => id !== null);
        expect(used.filter((id) => !known.has(id))).toEqual([]);
        expect(entities.filter((entity) => entity.canonical === '')).toEqual([]);
      }
    });

    test('gives a speaker to explicit and titled statements and a mention to no carried one', () => {
      for (const { statements } of articles) {
        const odd = statements.filter(({ speaker, speakerSource, speakerMention }) => {
          if (speakerSource === 'explicit' || speakerSource === 'title') {
            return speaker === null || !speakerMention;
          }
          return speakerSource === 'carried' ? speakerMention !== undefined : speaker !== null;
        });
        expect(odd).toEqual([]);
      }
    });

    test('has the attached letters of a span in front of it, or inside it with لل', () => {
      for (const { names, dates, text } of articles) {
        const odd = [...names, ...dates].filter(
          ({ prefix, start, surface }) =>
            prefix !== undefined &&
            !text.slice(0, start).endsWith(prefix) &&
            !(prefix === 'ل' && surface.startsWith('لل')),
        );
        expect(odd).toEqual([]);
      }
    });
  },
);

function spansOf({ names, dates, statements, notQuotes }: GoldArticle): Span[] {
  return [
    ...names.flatMap((name) => [name, ...(name.title ? [name.title] : [])]),
    ...dates,
    ...statements.flatMap(({ cue, otherCues, content, speakerMention, via }) => [
      cue,
      ...otherCues,
      content,
      ...(speakerMention ? [speakerMention] : []),
      ...(via ? [via] : []),
    ]),
    ...notQuotes,
  ];
}

function isTidy({ start, end }: Span, text: string): boolean {
  const surface = text.slice(start, end);
  const cutsWord = /[\p{L}\p{M}]$/u.test(surface) && /^[\p{L}\p{M}]/u.test(text.slice(end));
  return start < end && end <= text.length && surface === surface.trim() && !cutsWord;
}

function overlaps(spans: readonly Span[]): Span[] {
  return spans.filter((span, index) => spans.slice(0, index).some((other) => overlap(span, other)));
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isDateValue(value: string): boolean {
  const year = '(?:\\d{4}|XXXX)';
  const day = `${year}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])`;
  const week = `${year}-W(?:[0-4]\\d|5[0-3]|XX)(?:-(?:[1-7]|WE))?`;
  const time = '(?:(?:[01]\\d|2[0-3])(?::[0-5]\\d)?Z?|MO|MI|AF|EV|NI)';
  const point = [
    '\\d{2,3}',
    year,
    `${year}-(?:Q[1-4]|H[12]|SP|SU|FA|WI)`,
    `${year}-(?:0[1-9]|1[0-2])`,
    week,
    `${day}(?:T${time})?`,
  ].join('|');
  const amount = '(?:\\d+|X)';
  const duration = `P(?:${amount}(?:[YMWD]|DE|CE)|T${amount}[HMS])`;
  return new RegExp(
    `^(?:(?:PAST|PRESENT|FUTURE)_REF|${duration}|(?:${point})(?:/(?:${point}))?)$`,
  ).test(value);
}
