import { findDates } from '../../../core/extraction/dates/find-dates.ts';
import type { DateMention, DateReading } from '../../../core/extraction/mentions.ts';
import { boundsOf, shiftIso } from './bounds.ts';
import { partOf, readJson } from './outcome.ts';
import type { Outcome } from './outcome.ts';

interface DucklingCase {
  text: string;
  kind: 'time' | 'interval';
  value: string | { start: string | null; endExclusive: string | null };
  grain: string;
}

/** Phrases of Duckling's Arabic corpus: instants and half-open intervals at a Tuesday, which choose the future. */
export function duckling(): Outcome[] {
  const outcomes: Outcome[] = [];
  const { examples, negative } = readJson('dates/duckling-ar-time.json') as {
    examples: DucklingCase[];
    negative: string[];
  };
  for (const example of examples) {
    const found = findDates(example.text, { publishedOn: '2013-02-12' });
    const [mention] = found;
    const covers = mention !== undefined && coversAllBut(example.text, mention, found);
    const right = covers && mention.readings.some((one) => fitsDuckling(one, example));
    outcomes.push({
      set: 'duckling',
      part: partOf(example.text),
      right,
      text: example.text,
      wanted: JSON.stringify(example.value),
      found,
      mention,
    });
  }
  for (const text of negative) {
    const found = findDates(text, { publishedOn: '2013-02-12' });
    outcomes.push({
      set: 'duckling-negative',
      part: partOf(text),
      right: found.length === 0,
      text,
      wanted: 'nothing',
      found,
    });
  }
  return outcomes;
}

/** Duckling takes prepositions in; ours stay outside. */
function coversAllBut(text: string, mention: DateMention, all: readonly DateMention[]): boolean {
  const rest = `${text.slice(0, mention.start)} ${text.slice(mention.end)}`.trim();
  return all.length === 1 && /^(في|من|حتى|منذ|قبل|بعد|عند|خلال|ب|ل|إلى|حوالي|قرابة)?$/.test(rest);
}

function fitsDuckling(reading: DateReading, { value, kind }: DucklingCase): boolean {
  if (reading.value === 'PRESENT_REF')
    return typeof value === 'string' && value.startsWith('2013-02-12');
  const ours = boundsOf(reading);
  if (kind === 'time' || typeof value === 'string') return ours?.start === value;
  // An interval that begins or ends at the moment of speaking is a modifier or a length here.
  if (value.start?.startsWith('2013-02-12T04:30') === true) {
    if (reading.value.startsWith('P')) {
      const weeks = /^P(\d+)W$/.exec(reading.value);
      return weeks !== null && shiftIso('2013-02-12', Number(weeks[1]) * 7) === value.endExclusive;
    }
    return ours?.start === value.endExclusive || ours?.after === value.endExclusive;
  }
  return (
    (value.start === null || ours?.start === value.start) &&
    (value.endExclusive === null || ours?.after === value.endExclusive)
  );
}
