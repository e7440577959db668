import { findDates } from '../../../core/extraction/dates/find-dates.ts';
import type { DateMention, DateModifier } from '../../../core/extraction/mentions.ts';
import type { GoldArticle, LabelledDate, Surfaced } from '../gold/gold-article.ts';

type Label = Surfaced<LabelledDate>;

/** What one article's labels want and what was found there. */
export interface JudgedDate {
  article: string;
  /** The label's type, or what was found where no label is. */
  type: LabelledDate['type'];
  /** Null: nothing should have been found. */
  label: Label | null;
  /** With exactly the label's span, or else one that overlaps it; null: missed. */
  found: DateMention | null;
  /** Of the two spans. */
  exact: boolean;
  /** Span, value and modifier are the label's. */
  right: boolean;
  /** The text around. */
  context: string;
}

/** Every label and everything found, each once. */
export function judgeArticles(articles: readonly GoldArticle[]): JudgedDate[] {
  return articles.flatMap((article) => {
    const { id, text, published, dates } = article;
    const found = findDates(text, { publishedOn: published });
    const taken = new Set<DateMention>();
    const judged = dates.map((label): JudgedDate => {
      const exact = found.find((one) => one.start === label.start && one.end === label.end);
      const near = found.find((one) => one.start < label.end && one.end > label.start);
      const mention = exact ?? near ?? null;
      if (mention !== null) taken.add(mention);
      return {
        article: id,
        type: label.type,
        label,
        found: mention,
        exact: exact !== undefined,
        right: exact !== undefined && isRight(exact, label),
        context: around(text, label.start, label.end),
      };
    });
    const extra = found
      .filter((one) => !taken.has(one))
      .map((mention): JudgedDate => ({
        article: id,
        type: timexTypes[mention.type],
        label: null,
        found: mention,
        exact: false,
        right: false,
        context: around(text, mention.start, mention.end),
      }));
    return [...judged, ...extra];
  });
}

export interface Figures {
  /** Null where there is nothing to divide by. */
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

/**
 * Exact span, value and modifier (`judge`: another judgement). What is optional is right when found and not missed when
 * not, so it is counted for precision alone.
 */
export function figuresOf(
  all: readonly JudgedDate[],
  judge: (one: JudgedDate) => boolean = ({ right }) => right,
): Figures {
  const found = all.filter((one) => one.found !== null);
  const wanted = all.filter(({ label }) => label !== null && label.optional !== true);
  const precision = found.length === 0 ? null : found.filter(judge).length / found.length;
  const recall = wanted.length === 0 ? null : wanted.filter(judge).length / wanted.length;
  const sum = (precision ?? 0) + (recall ?? 0);
  const f1 =
    precision === null || recall === null || sum === 0 ? null : (2 * precision * recall) / sum;
  return { precision, recall, f1 };
}

/** Whether one of all readings is the label's value. */
export function isAmongReadings({ found, label, exact, right }: JudgedDate): boolean {
  if (right || found === null || label === null || !exact) return right;
  return found.readings.some((reading) => valueOf(reading) === label.value);
}

/** The labels write a range as an ISO interval. */
export function valueOf({ value, until }: { value: string; until: string | null }): string {
  return until === null ? value : `${value}/${until}`;
}

function isRight(mention: DateMention, label: Label): boolean {
  return (
    valueOf(mention) === label.value &&
    modifierOf(mention.mod, label) === (label.mod ?? null) &&
    timexTypes[mention.type] === label.type
  );
}

/** The labels mark منذ and حتى beside the modifier; «before more than a week» is more than a week. */
function modifierOf(mod: DateModifier | null, label: Label): DateModifier | null {
  if (mod === 'ON_OR_AFTER' && label.since === true) return null;
  if (mod === 'ON_OR_BEFORE' && label.until === true) return null;
  if (mod === 'BEFORE' || mod === 'AFTER')
    return label.mod === 'MORE_THAN' || label.mod === 'LESS_THAN' ? label.mod : null;
  return mod;
}

const timexTypes = { date: 'DATE', time: 'TIME', duration: 'DURATION', set: 'SET' } as const;

function around(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 60), start);
  return `${before}[${text.slice(start, end)}]${text.slice(end, end + 50)}`.replaceAll('\n', '⏎');
}
