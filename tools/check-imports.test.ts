import { expect, test } from 'vitest';
import { importFaults, readImports } from './check-imports.ts';

const file = (path: string, ...imports: string[]) => ({ path, imports, loads: imports });

test('finds every way to import', () => {
  const code = `
    import type { A } from './a.ts';
    import './b.css';
    export * from './c.ts';
    export { d } from "./d.ts";
    const e = await import('./e.ts');
    type F = typeof import('./f.ts');
    let g: import('./g.ts').G;
    // import './comment.ts'
    const text = "import './text.ts'";
    export const view = <p>{e}</p>;
    const h = await import(\`./\${view}.ts\`);
  `;
  const { imports, loads } = readImports('renderer/x.tsx', code);
  expect(imports.toSorted()).toEqual([
    './a.ts',
    './b.css',
    './c.ts',
    './d.ts',
    './e.ts',
    './f.ts',
    './g.ts',
  ]);
  expect(loads.toSorted()).toEqual(['./b.css', './c.ts', './d.ts', './e.ts']);
});

test('refuses a file that cannot be read', () => {
  expect(() => readImports('core/x.ts', 'import {')).toThrow('core/x.ts cannot be read');
});

test('is content with the directions of the house', () => {
  expect(
    importFaults([
      file('core/article/article.ts', 'zod', '@orpc/contract', '@tiptap/core'),
      file('core/contract.ts', './article/article.ts'),
      file('core/contract.test.ts', 'vitest', 'node:fs', './contract.ts'),
      file('backend/library.ts', '../core/contract.ts', 'node:fs', 'better-sqlite3'),
      file(
        'electron/main.ts',
        '../core/contract.ts',
        '../backend/library.ts',
        'electron',
        'node:path',
      ),
      file(
        'renderer/main.tsx',
        '../core/contract.ts',
        './styles/app.css',
        'react',
        './worker.ts?worker',
      ),
      file('tools/start.ts', '../backend/library.ts', 'vite'),
    ]),
  ).toEqual([]);
});

test.each([
  ['core/a.ts', '../backend/b.ts'],
  ['core/a.ts', '../renderer/b.ts'],
  ['core/a.ts', 'node:fs'],
  ['core/a.ts', 'path'],
  ['core/a.ts', 'react'],
  ['core/a.ts', 'react-dom/client'],
  ['core/a.ts', '@tiptap/react'],
  ['core/a.ts', '@orpc/server'],
  ['core/a.ts', 'better-sqlite3'],
  ['core/a.test.ts', '../backend/b.ts'],
  ['backend/a.ts', '../electron/b.ts'],
  ['backend/a.ts', '../renderer/b.ts'],
  ['backend/a.ts', 'electron'],
  ['backend/a.ts', 'react'],
  ['electron/a.ts', '../renderer/b.ts'],
  ['electron/a.ts', '../tools/b.ts'],
  ['renderer/a.tsx', '../backend/b.ts'],
  ['renderer/a.tsx', '../electron/b.ts'],
  ['renderer/a.tsx', 'node:path'],
  ['renderer/a.tsx', 'electron'],
  ['tools/a.ts', '../renderer/b.ts'],
  ['elsewhere/a.ts', './b.ts'],
])('%s may not import %s', (path, specifier) => {
  const others = ['core', 'backend', 'electron', 'renderer', 'tools'].map((room) =>
    file(`${room}/b.ts`),
  );
  expect(importFaults([file(path, specifier), ...others])).toHaveLength(1);
});

test('names a file that is not there and a specifier without its ending', () => {
  expect(importFaults([file('core/a.ts', './gone.ts', './article')])).toEqual([
    'core/a.ts imports core/gone.ts, which is not there',
    'core/a.ts imports ./article without its ending',
  ]);
});

test('a ring of types alone is none', () => {
  const loads: string[] = [];
  expect(
    importFaults([
      { path: 'core/a.ts', imports: ['./b.ts'], loads: ['./b.ts'] },
      { path: 'core/b.ts', imports: ['./a.ts'], loads },
    ]),
  ).toEqual([]);
});

test('names each ring once', () => {
  expect(
    importFaults([
      file('core/a.ts', './b.ts', './c.ts'),
      file('core/b.ts', './c.ts'),
      file('core/c.ts', './a.ts'),
      file('core/d.ts', './d.ts'),
    ]),
  ).toEqual([
    'core/a.ts -> core/b.ts -> core/c.ts -> core/a.ts is a ring',
    'core/d.ts -> core/d.ts is a ring',
  ]);
});
