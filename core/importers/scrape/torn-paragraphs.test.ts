import { describe, expect, it } from 'vitest';
import { splitPageLines } from './page-lines.ts';
import { describeLine } from './text-line.ts';
import { continuesSentence, endingHabit } from './torn-paragraphs.ts';
import { tornExamples, wholeExamples } from './torn-words.ts';

const around = [
  'بدأت البلدية أمس توزيع الأشجار على الأحياء الشرقية من المدينة بمشاركة مئات المتطوعين.',
  'وتشمل الحملة زراعة خمسة آلاف شجرة زيتون وصنوبر على جانبي الطريق الدائري خلال شهرين.',
  'وقال المهندس المشرف إن كل حي سيتولى سقاية أشجاره بإشراف لجنة من سكانه المتطوعين.',
  'وتأمل البلدية أن تصل المساحات الخضراء إلى ضعف ما هي عليه اليوم قبل نهاية العقد.',
];

function areTorn(first: string, second: string): boolean {
  const lines = splitPageLines([...around, first, second].join('\n\n')).map((line) =>
    describeLine([line]),
  );
  const [a, b] = lines.slice(-2);
  if (a === undefined || b === undefined) throw new Error('Two lines are needed');
  return continuesSentence(a, b, endingHabit(lines));
}

describe('continuesSentence', () => {
  it.each(tornExamples)('joins "%s" and "%s"', (first, second) => {
    expect(areTorn(first, second)).toBe(true);
  });

  it.each(wholeExamples)('keeps "%s" and "%s" apart', (first, second) => {
    expect(areTorn(first, second)).toBe(false);
  });

  it('joins nothing by chance where paragraphs have no full stops', () => {
    const bare = around.map((line) => line.slice(0, -1));
    const lines = splitPageLines(bare.join('\n')).map((line) => describeLine([line]));
    const habit = endingHabit(lines);
    const joined = lines.slice(1).filter((line, at) => {
      const first = lines[at];
      return first !== undefined && continuesSentence(first, line, habit);
    });
    expect(joined).toEqual([]);
  });
});
