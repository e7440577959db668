import { expect, test } from 'vitest';
import type { DocumentNode } from '../../core/article/document.ts';
import { currentDirection, cycleDirection, setDirection } from './direction-commands.ts';
import { paragraph, run, stateOf } from './page-document.fixture.ts';

const list: DocumentNode = {
  type: 'bulletList',
  content: [
    { type: 'listItem', content: [paragraph('أولا')] },
    { type: 'listItem', content: [paragraph('ثانيا')] },
  ],
};

/** Directions in document order, as `type dir`. */
function directionsOf(state: ReturnType<typeof stateOf>): string[] {
  const found: string[] = [];
  state.doc.descendants((node) => {
    if ('dir' in node.attrs) found.push(`${node.type.name} ${String(node.attrs['dir'])}`);
  });
  return found;
}

test('sets the block with the caret and no other', () => {
  const state = stateOf([paragraph('الأول'), paragraph('الثاني')], 'الثاني');
  expect(directionsOf(run(state, setDirection('ltr')))).toEqual([
    'paragraph auto',
    'paragraph ltr',
  ]);
});

test('sets all blocks of a selection, and a list that lies wholly in it', () => {
  const state = stateOf([paragraph('قبل'), list, paragraph('بعد')], 'أولا', 'بعد');
  expect(directionsOf(run(state, setDirection('rtl')))).toEqual([
    'paragraph auto',
    'bulletList rtl',
    'paragraph rtl',
    'paragraph rtl',
    'paragraph rtl',
  ]);
});

test('leaves a list alone that the selection covers in part', () => {
  const state = stateOf([list], 'ثانيا');
  expect(directionsOf(run(state, setDirection('rtl')))).toEqual([
    'bulletList auto',
    'paragraph auto',
    'paragraph rtl',
  ]);
});

test('goes round auto, right-to-left, left-to-right', () => {
  const seen = [stateOf([paragraph('الخبر')], 'الخبر')];
  for (let i = 0; i < 3; i += 1) seen.push(run(seen[i] ?? stateOf([paragraph()]), cycleDirection));
  expect(seen.map(currentDirection)).toEqual(['auto', 'rtl', 'ltr', 'auto']);
});

test('says when blocks differ, and goes from there to auto', () => {
  const mixed = stateOf(
    [{ ...paragraph('أول'), attrs: { dir: 'ltr' } }, paragraph('ثان')],
    'أول',
    'ثان',
  );
  expect(currentDirection(mixed)).toBe('mixed');
  expect(currentDirection(run(mixed, cycleDirection))).toBe('auto');
});
