import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import {
  childEnvironment,
  cli,
  cliJson,
  entry,
  folder,
  noTrace,
  oneLine,
  setUpDesk,
  write,
} from './desk.fixture.ts';
import type { scriptForm } from './script-form.ts';

setUpDesk();

const visit = `وزيرة الصحة تزور حلب

قالت وزيرة الصحة ليلى العبد الله اليوم الأربعاء إن مستشفى حلب سيفتح أبوابه في أواخر عام 2026.

وأضافت العبد الله أن العمل بدأ في أكتوبر الماضي.
`;

type Found = ReturnType<typeof scriptForm>;

/** Every span is the words at its place. */
function checkSpans(text: string, { names, dates, statements }: Found): void {
  const spans = [
    ...names,
    ...dates,
    ...statements.flatMap(({ cue, content, speaker }) => [
      cue,
      content,
      ...(speaker === null ? [] : [speaker]),
    ]),
  ];
  for (const { start, end, surface } of spans) expect(text.slice(start, end)).toBe(surface);
}

test('finds names, dates and statements of a text, with offsets into it as it is', async () => {
  write('زيارة.txt', visit);
  const found = await cliJson<Found & { file: string }>(
    'extract',
    'زيارة.txt',
    '--published',
    '2026-01-28',
  );
  checkSpans(visit, found);
  expect(found.file).toBe('زيارة.txt');
  expect(new Set(found.names.map(({ surface, kind }) => `${kind} ${surface}`))).toEqual(
    new Set(['place حلب', 'person ليلى العبد الله', 'person العبد الله']),
  );
  const people = found.names.filter(({ kind }) => kind === 'person');
  expect(new Set(people.map(({ entity }) => entity))).toEqual(new Set(['ليلى العبد الله']));
  expect(found.dates.map(({ surface, value, mod }) => [surface, value, mod])).toEqual([
    ['اليوم الأربعاء', '2026-01-28', null],
    ['أواخر عام 2026', '2026', 'END'],
    ['أكتوبر الماضي', '2025-10', null],
  ]);
  expect(found.statements.map(({ speaker, direct }) => [speaker?.entity, direct])).toEqual([
    ['ليلى العبد الله', false],
    ['ليلى العبد الله', false],
  ]);
});

test('prints what was found for people, and names the file that cannot be read', async () => {
  write('زيارة.txt', visit);
  const run = await cli('extract', 'زيارة.txt', 'لا شيء.txt', '--lang', 'en');
  expect(run.code).toBe(1);
  expect(run.out).toContain('ليلى العبد الله  person');
  expect(run.out).toContain('Statements (2)');
  expect(run.err).toMatch(oneLine);
  expect(run.err).toContain('لا شيء.txt');
});

test('answers each line with a line, also one that cannot be read', () => {
  const lines = [
    { id: 'أ', text: visit, published: '2026-01-28' },
    { id: 7, text: '' },
    { id: 'ب', text: 'وصل أمس', published: '2025-12-01' },
  ].map((line) => JSON.stringify(line));
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, 'extract', '--jsonl'], {
    cwd: folder,
    env: childEnvironment(),
    input: [lines[0], 'ليس JSON', '', lines[1], '{"id":1}', lines[2]].join('\n'),
    encoding: 'utf8',
  });
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Found & { id: unknown; error?: { code: string } });
  expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
    ['أ', undefined],
    [null, 'INVALID_INPUT'],
    [7, undefined],
    [null, 'INVALID_INPUT'],
    ['ب', undefined],
  ]);
  const [first, , empty, , last] = answers;
  if (first !== undefined) checkSpans(visit, first);
  expect(empty).toEqual({ id: 7, names: [], dates: [], statements: [] });
  expect(last?.dates[0]).toMatchObject({ surface: 'أمس', value: '2025-11-30' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/line 2:[^\n]+\n.*line 5:/);
  expect(stderr).not.toMatch(noTrace);
});

test.each([
  [['extract', '--published', '2026-01'], '2026-01'],
  [['extract', '--jsonl', 'a.txt'], 'a.txt'],
  [['extract', '--format', 'html'], '--format'],
])('refuses %j in one line', async (argv, named) => {
  const run = await cli(...argv);
  expect([run.code, run.out]).toEqual([2, '']);
  expect(run.err).toMatch(oneLine);
  expect(run.err).toContain(named);
});
