import { expect, test } from 'vitest';
import { documentSchema } from '../../core/article/document-schema.ts';
import { isUndirected } from './undirected-blocks.ts';

const schema = documentSchema;

test.each(['', '٢٠٢٦', '2026 - 2027', '«…»', '12:30'])('%j says no direction', (text) => {
  expect(isUndirected(paragraph(text))).toBe(true);
});

test.each(['٣ أسئلة', '3 questions', '\u200f2026'])('%j says its direction', (text) => {
  expect(isUndirected(paragraph(text))).toBe(false);
});

test('a direction that was chosen is one', () => {
  expect(isUndirected(paragraph('2026', 'rtl'))).toBe(false);
});

test('the words of a footnote are not those of its paragraph', () => {
  const note = schema.node('footnote', null, [schema.text('حاشية')]);
  expect(isUndirected(schema.node('paragraph', null, [schema.text('12'), note]))).toBe(true);
});

function paragraph(text: string, dir = 'auto') {
  return schema.node('paragraph', { dir }, text === '' ? [] : [schema.text(text)]);
}
