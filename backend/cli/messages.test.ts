import { expect, test } from 'vitest';
import { errorCodes } from '../../core/errors.ts';
import { chooseLanguage, messages } from './messages.ts';

const languages = ['ar', 'en'] as const;

test.each(languages)('has one non-empty line for every error code in %s', (language) => {
  const details = { fileName: 'a.txt', path: '/a', pid: 7, door: 'browser', reason: 'x' };
  const lines = errorCodes.flatMap((code) =>
    [{}, details].map((given) => messages[language].errors[code](given)),
  );
  const unfit = lines.filter((line) => !/^\S.*\S$/.test(line) || /undefined|null|NaN/.test(line));
  expect(unfit).toEqual([]);
});

test('both languages have the same keys and the Arabic is Arabic', () => {
  expect(shape(messages.ar)).toEqual(shape(messages.en));
  for (const code of errorCodes) expect(messages.ar.errors[code]({})).toMatch(/\p{Script=Arabic}/u);
});

test('says who holds a library', () => {
  expect(messages.en.errors.LIBRARY_IN_USE({ door: 'desktop', pid: 4711 })).toContain(
    "open in Muharrir's window (process 4711)",
  );
});

test('no detail can steer a terminal', () => {
  const line = messages.en.errors.INVALID_INPUT({ reason: 'a\u001b[2J\nb' });
  expect(line).toContain('(a [2J b)');
});

test.each([
  [['list'], {}, 'en'],
  [['list'], { LANG: 'ar_SY.UTF-8' }, 'ar'],
  [['list'], { LANG: 'ar' }, 'ar'],
  [['list'], { LANG: 'arn_CL.UTF-8' }, 'en'],
  [['list'], { LC_ALL: 'en_GB.UTF-8', LANG: 'ar_SY.UTF-8' }, 'en'],
  [['list'], { LC_ALL: '', LC_MESSAGES: 'ar_EG', LANG: 'en_GB' }, 'ar'],
  [['list', '--lang', 'ar'], { LANG: 'en_GB' }, 'ar'],
  [['list', '--lang=en'], { LANG: 'ar_SY' }, 'en'],
  [['list', '--lang', 'fr'], { LANG: 'ar_SY' }, 'ar'],
] as const)('speaks, for %j and %j, %s', (argv, env, language) => {
  expect(chooseLanguage(argv, env)).toBe(language);
});

function shape(value: object): unknown {
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]: [string, unknown]) => [
        key,
        typeof item === 'object' && item !== null ? shape(item) : typeof item,
      ]),
  );
}
