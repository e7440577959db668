import { expect, test } from 'vitest';
import { compileGrammar } from './compile-grammar.ts';
import { clitics } from './known-word.ts';
import { inRange, rule } from './rule.ts';
import type { Rule } from './rule.ts';

/** Matches a sentence of words, each known as the literals of the rules, with و before it or not. */
function matches(rules: readonly Rule[], sentence: string): [end: number, value: unknown][] {
  const grammar = compileGrammar(rules, []);
  const words = sentence.split(' ');
  const known = words.map((word) => {
    const whole = grammar.categories.get(`=${word}`);
    const rest = word.startsWith('و') ? grammar.categories.get(`=${word.slice(1)}`) : undefined;
    const readings = [
      ...(whole === undefined ? [] : [{ category: whole, value: 0, clitic: clitics.none }]),
      ...(rest === undefined ? [] : [{ category: rest, value: 0, clitic: clitics.و }]),
    ];
    return readings.length === 0 ? null : grammar.know(readings);
  });
  const found = grammar.matcher({ words, known })('all', 0, clitics.none);
  return found.map(({ end, value }) => [end, value]);
}

const one = () => 1;

test('what may be left out, chosen and captured', () => {
  const rules = [
    rule('colour', 'red', 'احمر', () => 7),
    rule('colour', 'green', 'اخضر', () => 8),
    rule('all', 'all', 'بيت (كبير|صغير)? first:colour', (c) => c.number('first') ?? null),
  ];
  expect(matches(rules, 'بيت احمر')).toEqual([[2, 7]]);
  expect(matches(rules, 'بيت صغير اخضر')).toEqual([[3, 8]]);
  expect(matches(rules, 'بيت جديد اخضر')).toEqual([]);
});

test('a clitic is attached to its word or stands alone before it, and nowhere unasked', () => {
  const rules = [rule('all', 'pair', 'شمس و+قمر', one)];
  expect(matches(rules, 'شمس وقمر')).toEqual([[2, 1]]);
  expect(matches(rules, 'شمس و قمر')).toEqual([[3, 1]]);
  expect(matches(rules, 'شمس قمر')).toEqual([]);
  expect(matches([rule('all', 'plain', 'شمس قمر', one)], 'شمس وقمر')).toEqual([]);
});

test('of two rules that end at one place the earlier counts, and each end is kept', () => {
  const rules = [
    rule('all', 'first', 'واحد', one),
    rule('all', 'second', 'واحد', () => 2),
    rule('all', 'longer', 'واحد اثنان', () => 3),
  ];
  expect(matches(rules, 'واحد اثنان')).toEqual([
    [1, 1],
    [2, 3],
  ]);
});

test('what stands around decides', () => {
  const rules = [
    rule('all', 'ends', 'باب', one, { endsClause: true }),
    rule('all', 'not-before', 'باب بيت', () => 2, { notBefore: 'كبير' }),
  ];
  expect(matches(rules, 'باب')).toEqual([[1, 1]]);
  expect(matches(rules, 'باب بيت')).toEqual([[2, 2]]);
  expect(matches(rules, 'باب بيت كبير')).toEqual([]);
});

test('a value that makes no sense is no match', () => {
  const rules = [rule('all', 'all', 'باب', () => inRange(40, 1, 31))];
  expect(matches(rules, 'باب')).toEqual([]);
});

test.each(['باب (بيت', 'باب)', 'colour'])('the pattern «%s» is refused', (pattern) => {
  expect(() => compileGrammar([rule('all', 'all', pattern)], [])).toThrow(
    /without|out of place|is called/,
  );
});
