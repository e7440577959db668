import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentNode } from '../article/document.ts';
import { cleanText } from '../article/canonical-document.ts';
import { toPlainText } from '../article/plain-text.ts';
import { applyChangeEdit } from './apply-change-edit.ts';
import { planChangeEdit } from './import-change-edit.ts';
import type { ImportChange } from './import-report.ts';
import { scrapedPage, wholePage, withoutSpace } from './scraped-page.fixture.ts';
import { importWebScrape } from './web-scrape.ts';

/** Carries out one action on a document and its report; the change keeps its state where there is no edit. */
function act(
  doc: DocumentNode,
  report: readonly ImportChange[],
  id: number,
  action: 'undo' | 'redo' | 'accept',
): { doc: DocumentNode; report: ImportChange[]; done: boolean } {
  const change = report[id];
  if (change === undefined) throw new Error(`No change ${id}`);
  const edit = planChangeEdit(toPlainText(doc), change, action, report);
  if (edit === null) return { doc, report: [...report], done: false };
  const state = { undo: 'undone', redo: 'applied', accept: 'accepted' } as const;
  return {
    doc: applyChangeEdit(doc, edit),
    report: report.map((item) => (item.id === id ? { ...item, state: state[action] } : item)),
    done: true,
  };
}

const page = fc.oneof(wholePage, scrapedPage);
const inSomeOrder = page.chain((text) => {
  const { doc, changes } = importWebScrape(text);
  const ids = changes.filter((change) => change.kind !== 'proposed').map((change) => change.id);
  return fc.record({
    text: fc.constant(text),
    doc: fc.constant(doc),
    changes: fc.constant(changes),
    order: fc.shuffledSubarray(ids, { minLength: ids.length }),
  });
});

describe('planChangeEdit', () => {
  it('brings the words of the original back in order, whatever is undone first', () => {
    fc.assert(
      fc.property(inSomeOrder, ({ text, doc, changes, order }) => {
        let now = { doc, report: changes };
        for (const id of order) now = act(now.doc, now.report, id, 'undo');
        expect(withoutSpace(toPlainText(now.doc).text)).toBe(withoutSpace(cleanText(text)));
      }),
      { numRuns: 500 },
    );
  });

  it('gives back the same document when something is undone and made again', () => {
    fc.assert(
      fc.property(inSomeOrder, ({ doc, changes, order }) => {
        let now = { doc, report: changes };
        for (const id of order) {
          const undone = act(now.doc, now.report, id, 'undo');
          const redone = act(undone.doc, undone.report, id, 'redo');
          expect(toPlainText(redone.doc)).toEqual(toPlainText(now.doc));
          expect(redone.done).toBe(undone.done);
          now = undone;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('accepts proposals one after another, in any order', () => {
    fc.assert(
      fc.property(page, fc.infiniteStream(fc.nat()), (text, picks) => {
        const { doc, changes } = importWebScrape(text);
        const proposals = changes.filter((change) => change.kind === 'proposed');
        const order = proposals.toSorted(() => ((picks.next().value ?? 0) % 2) - 0.5);
        let now = { doc, report: changes };
        for (const { id } of order) now = act(now.doc, now.report, id, 'accept');
        let expected = toPlainText(doc).text;
        for (const { place, original, replacement } of proposals.toReversed())
          expected =
            expected.slice(0, place.offset) +
            replacement +
            expected.slice(place.offset + original.length);
        expect(toPlainText(now.doc).text).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  const title = 'سفينة شحن تجنح قرب المنارة القديمة';
  const first = 'جنحت سفينة شحن صغيرة فجر اليوم قرب المنارة القديمة، ولم يصب أحد من بحارتها بأذى.';
  const second = 'و قالت إدارة المرفأ إن السفينة تنتظر قاطرة تسحبها من بين الصخور قبل المساء.';
  const third = 'وتعمل فرق الغوص على تفقد هيكل السفينة قبل أن تصل القاطرة.';
  const scraped = [title, first, 'إعلان', second, third, 'زر الذهاب إلى الأعلى'].join('\n\n');

  it('finds a place again in a text that was edited around it', () => {
    const { changes } = importWebScrape(scraped);
    const edited = [
      'سطر جديد في أول المقال.',
      first.replace('صغيرة ', ''),
      second,
      third,
      'خاتمة جديدة.',
    ];
    const doc = documentOf(edited);
    const plain = toPlainText(doc);
    const accepted = planChangeEdit(plain, findChange(changes, 'split-conjunction'), 'accept');
    const restored = planChangeEdit(plain, findChange(changes, 'advertisement'), 'undo');
    const footer = planChangeEdit(plain, findChange(changes, 'navigation'), 'undo');
    const at = plain.text.indexOf(second);
    expect([accepted, restored, footer]).toEqual([
      { kind: 'replace', start: at, end: at + 6, text: 'وقالت' },
      { kind: 'insert-paragraphs', at, paragraphs: ['إعلان'] },
      {
        kind: 'insert-paragraphs',
        at: plain.text.indexOf(third) + third.length,
        paragraphs: ['زر الذهاب إلى الأعلى'],
      },
    ]);
  });

  it('gives no edit where the words around a place are gone or stand twice', () => {
    const { changes } = importWebScrape(scraped);
    const proposal = findChange(changes, 'split-conjunction');
    const elsewhere = toPlainText(documentOf(['و قالت اللجنة إنها ستجتمع.', 'نص آخر تماماً.']));
    expect(planChangeEdit(elsewhere, proposal, 'accept')).toBeNull();
    expect(planChangeEdit(elsewhere, findChange(changes, 'advertisement'), 'undo')).toBeNull();
    const near = { ...proposal, place: { offset: 0, before: '', after: ' إدارة' } };
    expect(planChangeEdit(toPlainText(documentOf(['س', second])), near, 'accept')).toBeNull();
  });

  it('puts the words of a headline back as the first paragraph', () => {
    const { doc, changes } = importWebScrape(scraped);
    const edit = planChangeEdit(toPlainText(doc), findChange(changes, 'headline'), 'undo');
    expect(edit).toEqual({ kind: 'insert-paragraphs', at: 0, paragraphs: [title] });
  });
});

function documentOf(paragraphs: readonly string[]): DocumentNode {
  return {
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

function findChange(changes: readonly ImportChange[], rule: ImportChange['rule']): ImportChange {
  const change = changes.find((item) => item.rule === rule);
  if (change === undefined) throw new Error(`No change ${rule}`);
  return change;
}
