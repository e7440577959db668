import { expect, test } from 'vitest';
import { parseCommand } from './arguments.ts';
import { UsageError } from './cli-error.ts';
import { messages } from './messages.ts';

const common = { library: undefined, json: false };
const id = '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000';

test('reads every command, options before, after and between', () => {
  expect([
    parseCommand(['import', 'أ.txt', '--published', '2026-01-28', 'ب', '--again']).command,
    parseCommand(['list', '--query=درعا', '--limit', '3', '--trash']).command,
    parseCommand(['show', id.toUpperCase(), '--format', 'html']).command,
    parseCommand(['export', '--all', '--format', 'markdown', '-o', 'ملفات']).command,
    parseCommand(['export', id, '--format', 'html-fragment', '--out', '-']).command,
    parseCommand(['check']).command,
    parseCommand(['serve', '--port', '8080']).command,
    parseCommand(['help', 'export']).command,
    parseCommand(['list', '--help']).command,
    parseCommand(['--version']).command,
    parseCommand([]).command,
  ]).toEqual([
    { name: 'import', paths: ['أ.txt', 'ب'], publishedOn: '2026-01-28', again: true },
    { name: 'list', query: 'درعا', limit: 3, trash: true },
    { name: 'show', id, format: 'html' },
    { name: 'export', ids: 'all', format: 'markdown', out: 'ملفات' },
    { name: 'export', ids: [id], format: 'html-fragment', out: '-' },
    { name: 'check' },
    { name: 'serve', port: 8080 },
    { name: 'help', about: 'export' },
    { name: 'help', about: 'list' },
    { name: 'version' },
    { name: 'help', about: undefined },
  ]);
  expect(parseCommand(['--json', 'check', '--library', 'a.muharrir', '--lang', 'ar'])).toEqual({
    command: { name: 'check' },
    library: 'a.muharrir',
    json: true,
  });
  expect(parseCommand(['list'])).toEqual({
    command: { name: 'list', query: '', limit: 50, trash: false },
    ...common,
  });
});

test('takes what follows -- for files, whatever it looks like', () => {
  expect(parseCommand(['import', '--', '--again', '-x.txt']).command).toEqual({
    name: 'import',
    paths: ['--again', '-x.txt'],
    publishedOn: null,
    again: false,
  });
});

test.each([
  [['imprt'], 'imprt'],
  [['help', 'imprt'], 'imprt'],
  [['import'], 'import'],
  [['import', 'a.txt', '--publish', '2026'], '--publish'],
  [['import', 'a.txt', '--published'], '--published'],
  [['import', 'a.txt', '--published='], '--published'],
  [['import', 'a.txt', '--published', '--again'], '--published'],
  [['import', 'a.txt', '--published', '2026-02-30'], '2026-02-30'],
  [['import', 'a.txt', '--published', '28-01-2026'], '28-01-2026'],
  [['import', 'a.txt', '--again=yes'], '--again'],
  [['import', 'a.txt', '-x'], '-x'],
  [['import', 'a.txt', '--limit', '3'], '--limit'],
  [['list', 'more'], 'more'],
  [['list', '--limit', '0'], '--limit'],
  [['list', '--limit', '3.5'], '3.5'],
  [['list', '--query', 'ا'.repeat(501)], '--query'],
  [['show'], 'show'],
  [['show', '0199aaa'], '0199aaa'],
  [['show', 'خبر'], 'خبر'],
  [['show', id, id], id],
  [['show', id, '--format', 'pdf'], 'pdf'],
  [['export', '--format', 'html', '--out', 'x'], '--all'],
  [['export', id, '--all', '--format', 'html', '--out', 'x'], '--all'],
  [['export', id, '--out', 'x'], '--format'],
  [['export', id, '--format', 'html'], '--out'],
  [['export', '--all', '--format', 'html', '--out', '-'], '--out'],
  [['export', id, '--format', 'docx', '--out', 'x'], 'docx'],
  [['serve', '--port', '65536'], '65536'],
  [['check', '--lang', 'fr'], 'fr'],
  [['check', '--__proto__'], '--__proto__'],
])('refuses %j in one line that names %s', (argv, named) => {
  let caught: unknown;
  try {
    parseCommand(argv);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(UsageError);
  for (const text of [messages.ar, messages.en]) {
    const line = (caught as UsageError).describe(text);
    expect(line).toContain(named);
    expect(line).not.toMatch(/\n/);
  }
});
