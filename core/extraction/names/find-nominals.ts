import type { Span } from '../mentions.ts';

import { countryOfDemonym, countryOfPlace } from './countries.ts';
import type { Title } from './find-titles.ts';
import { matchAt, afterLetters, nameWord, spanOf } from './text-words.ts';
import type { Draft, TextWords } from './text-words.ts';
import { isOffice } from './title-words.ts';

/** A title or description that stands for somebody or something whom the text names with it. */
export interface Nominal extends Span {
  draft: Draft;
  fromToken: number;
  toToken: number;
  confidence: number;
  origin: string;
}

/** A title as the text gives it beside a name. */
export interface HeldTitle {
  draft: Draft;
  title: Title;
}

/** Words that stand for `draft` when they stand alone. */
interface Form {
  words: readonly string[];
  draft: Draft;
  confidence: number;
  origin: string;
}

/**
 * «الرئيس السوري» away from the name, once the text has called somebody that, before or after; «السفير» where only one
 * ambassador is named; «الوزارة», «الشركة» where only one is; «نظيره الروسي» for the person whose title is of that country.
 * Where several hold a title, the one named last before is meant.
 */
export function findNominals(
  words: TextWords,
  drafts: readonly Draft[],
  held: readonly HeldTitle[],
  groups: readonly number[],
  cover: readonly (Draft | null)[],
): Nominal[] {
  const own = new Set(held.flatMap(({ title }) => placesOf(title)));
  const places = new Map(drafts.map((draft, place) => [draft, place]));
  const groupOf = (draft: Draft): number => groups[places.get(draft) ?? -1] ?? -1;
  const forms = byTail([
    ...held.flatMap((one) => titleForms(words, one)),
    ...onlyOnes([...held.flatMap(shortForms), ...drafts.flatMap(bodyForms)], groupOf),
  ]);
  const nominals: Nominal[] = [];
  for (let at = 0; at < words.tokens.length; at += 1) {
    if (own.has(at) || (cover[at] ?? null) !== null) continue;
    const found =
      formAt(words, at, forms.get(tailOf(words.keys[at] ?? '')) ?? [], cover) ??
      counterpartAt(words, at, held) ??
      nationalAt(words, at, held);
    if (found === null) continue;
    // A title right before another person's name is that person's.
    const next = cover[found.toToken] ?? null;
    if (next !== null && next.kind === 'person') continue;
    nominals.push(found);
    at = found.toToken - 1;
  }
  return nominals;
}

/** Longer forms first, by the last letters of the first word, which particles do not change. */
function byTail(forms: readonly Form[]): Map<string, Form[]> {
  const index = new Map<string, Form[]>();
  for (const form of forms.toSorted((a, b) => b.words.length - a.words.length)) {
    const tail = tailOf(form.words[0] ?? '');
    const list = index.get(tail);
    if (list === undefined) index.set(tail, [form]);
    else list.push(form);
  }
  return index;
}

function tailOf(word: string): string {
  return word.slice(-2);
}

/** Of a title: its parts that can stand alone, as «أمير الكويت» of «أمير الكويت الشيخ», «السفير الصيني» of a longer one. */
function titleForms(words: TextWords, { draft, title }: HeldTitle): Form[] {
  if (draft.kind !== 'person') return [];
  const forms: Form[] = [];
  for (let from = 0; from < title.words.length;) {
    let to = from + 1;
    while (to < title.words.length && !officeAt(title, to).startsWith('ال')) to += 1;
    const part = title.words.slice(from, to);
    if (part.length >= 2 && part.slice(1).some((word) => word.startsWith('ال')))
      forms.push({ words: part, draft, confidence: 0.88, origin: 'title' });
    const isNational =
      part.length > 2 && countryOfDemonym(words.plain[title.fromToken + from + 1] ?? '') !== null;
    if (isNational && part[0]?.startsWith('ال') === true)
      forms.push({ words: part.slice(0, 2), draft, confidence: 0.8, origin: 'title' });
    from = to;
  }
  return forms;
}

function officeAt(title: Title, at: number): string {
  const word = title.words[at] ?? '';
  return isOffice(word) ? word : '';
}

/** «السفير» of «السفير الصيني» and of «سفير الصين». */
function shortForms({ draft, title }: HeldTitle): Form[] {
  const [first = ''] = title.words;
  if (draft.kind !== 'person' || title.words.length < 2 || !isOffice(first)) return [];
  if (tooWide.has(first.replace(/^ال/, ''))) return [];
  const word = first.startsWith('ال') ? first : `ال${first}`;
  return [{ words: [word], draft, confidence: 0.6, origin: 'short-title' }];
}

const tooWide: ReadonlySet<string> = new Set([
  'عضو',
  'سيد',
  'سيدا',
  'نايب',
  'مساعد',
  'ممثل',
  'خبير',
  'نجم',
  'عالم',
  'مقدم',
]);

/** «الوزارة» for an organisation whose name begins with وزارة. */
function bodyForms(draft: Draft): Form[] {
  const [first = ''] = draft.words;
  const bare = first.replace(/^ال/, '');
  if (draft.kind !== 'organisation' || draft.words.length < 2 || !bodies.has(bare)) return [];
  return [{ words: [`ال${bare}`], draft, confidence: 0.6, origin: 'short-name' }];
}

const bodies: ReadonlySet<string> = new Set(
  'وزارة شركة منظمة هيئة اتحاد بنك مصرف جامعة جمعية مؤسسة مرصد نقابة صندوق وكالة مركز'
    .split(' ')
    .map(nameWord),
);

/** Forms that only one bearer in the text has. */
function onlyOnes(forms: readonly Form[], groupOf: (draft: Draft) => number): Form[] {
  const bearers = new Map<string, Set<number>>();
  for (const { words, draft } of forms) {
    const name = words.join(' ');
    bearers.set(name, (bearers.get(name) ?? new Set()).add(groupOf(draft)));
  }
  return forms.filter(({ words }) => bearers.get(words.join(' '))?.size === 1);
}

function formAt(
  words: TextWords,
  at: number,
  forms: readonly Form[],
  cover: readonly (Draft | null)[],
): Nominal | null {
  const matching = forms.filter((form) => {
    const to = at + form.words.length;
    if (matchAt(words, at, form.words) < 0) return false;
    // A place may stand inside («أمير الكويت»), a person may not.
    if (form.words.some((_, place) => cover[at + place]?.kind === 'person')) return false;
    return form.words.length > 1 || standsAlone(words, at, form.draft, to, cover);
  });
  const longest = matching.filter((form) => form.words.length === matching[0]?.words.length);
  const best = longest.findLast(({ draft }) => draft.fromToken < at) ?? longest[0] ?? null;
  if (best === null) return null;
  const attached = matchAt(words, at, best.words);
  return nominal(words, at, at + best.words.length, attached, best);
}

/** A single word: after the name, and nothing behind it that makes it another one's («الرئيس الروسي», «الوزارة الجديدة»). */
function standsAlone(
  words: TextWords,
  at: number,
  draft: Draft,
  to: number,
  cover: readonly (Draft | null)[],
): boolean {
  if (draft.fromToken > at) return false;
  const next = words.keys[to] ?? '';
  return (
    !next.startsWith('ال') && (cover[to] ?? null) === null && !isOffice(words.keys[at - 1] ?? '')
  );
}

function counterpartAt(words: TextWords, at: number, held: readonly HeldTitle[]): Nominal | null {
  const key = words.keys[at] ?? '';
  const match = /^([وبلف]?)نظير(ه|ها|ا|هما|هم)$/.exec(key);
  if (match === null) return null;
  const country = countryOfDemonym(words.plain[at + 1] ?? '');
  if (country === null) return null;
  const matching = held.filter(
    ({ draft, title }) =>
      draft.kind === 'person' &&
      words.plain
        .slice(title.fromToken, title.toToken)
        .some((word) => countryOfDemonym(word) === country),
  );
  const best = matching.findLast(({ draft }) => draft.fromToken < at) ?? matching[0];
  if (best === undefined) return null;
  const attached = (match[1] ?? '').length;
  return nominal(words, at, at + 2, attached, {
    draft: best.draft,
    confidence: 0.8,
    origin: 'counterpart',
  });
}

/** «السفير الصيني» for «سفير الصين لدى …». */
function nationalAt(words: TextWords, at: number, held: readonly HeldTitle[]): Nominal | null {
  const country = countryOfDemonym(words.plain[at + 1] ?? '');
  if (country === null || !(words.keys[at + 1] ?? '').startsWith('ال')) return null;
  const same = held.filter(({ draft, title }) => {
    const [head = ''] = title.words;
    const definite = head.startsWith('ال') ? head : `ال${head}`;
    return draft.kind === 'person' && isOffice(head) && matchAt(words, at, [definite]) >= 0;
  });
  const countriesOf = ({ title }: HeldTitle): string[] =>
    words.plain
      .slice(title.fromToken, title.toToken)
      .flatMap((word) => countryOfDemonym(word) ?? countryOfPlace(word) ?? []);
  const matching = same.filter((one) => countriesOf(one).includes(country));
  // The only one of that office, whose country the text has not told yet.
  const only =
    same.length === 1 && same.every((one) => countriesOf(one).length === 0) ? same[0] : undefined;
  const best = matching.findLast(({ draft }) => draft.fromToken < at) ?? matching[0] ?? only;
  if (best === undefined) return null;
  const [head = ''] = best.title.words;
  const attached = matchAt(words, at, [head.startsWith('ال') ? head : `ال${head}`]);
  return nominal(words, at, at + 2, attached, {
    draft: best.draft,
    confidence: 0.8,
    origin: 'title',
  });
}

function nominal(
  words: TextWords,
  from: number,
  to: number,
  attached: number,
  { draft, confidence, origin }: Omit<Form, 'words'>,
): Nominal | null {
  const first = words.tokens[from];
  const last = words.tokens[to - 1];
  if (first === undefined || last === undefined) return null;
  const span = spanOf(words, afterLetters(first, attached), last.end);
  return { ...span, draft, fromToken: from, toToken: to, confidence, origin };
}

function placesOf({ fromToken, toToken }: Title): number[] {
  return Array.from({ length: toToken - fromToken }, (_, place) => fromToken + place);
}
