import { countryOfDemonym } from './countries.ts';
import { afterLetters, nameWord } from './text-words.ts';
import type { Draft, TextWords } from './text-words.ts';

/**
 * Institutions named in common words: «هيئة … السعودية», «الاتحاد المصري لـ…», «المركز الوطني … لـ…». The first word says
 * what it is; nouns and adjectives with the article and a complement with ل follow; a nationality, a place or a word such
 * as الوطني must be among them. Names inside are taken in; a name that reaches past the end stops it.
 */
export function findInstitutions(words: TextWords, cover: readonly (Draft | null)[]): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < words.keys.length; at += 1) {
    const key = words.keys[at] ?? '';
    const attached = headLetters(key);
    if (attached < 0 || (cover[at] ?? null) !== null) continue;
    const head = key.startsWith('لل') ? `ال${key.slice(2)}` : key.slice(attached);
    const end =
      head === ministry
        ? ministryEnd(words, at + 1, cover)
        : head.startsWith('ال')
          ? definiteEnd(words, at + 1, cover)
          : constructEnd(words, at + 1, cover);
    const first = words.tokens[at];
    const last = words.tokens[end - 1];
    if (end - at < (head === ministry ? 2 : 3) || first === undefined || last === undefined)
      continue;
    drafts.push({
      start: afterLetters(first, attached),
      end: last.end,
      fromToken: at,
      toToken: end,
      kind: 'organisation',
      confidence: 0.65,
      origin: 'institution',
      words: [head, ...words.keys.slice(at + 1, end)],
      known: null,
      title: null,
    });
    at = end - 1;
  }
  return drafts;
}

/** «وزارة» with what it is for: «وزارة التربية», «وزارة الشؤون الخارجية التونسية». */
function ministryEnd(words: TextWords, from: number, cover: readonly (Draft | null)[]): number {
  let at = from;
  while (at - from < 3 && isMinistryWord(words.keys[at] ?? '') && (cover[at] ?? null) === null)
    at += 1;
  return at;
}

function isMinistryWord(key: string): boolean {
  return /^و?ال.{3}/.test(key) && !times.test(key);
}

/** «الاتحاد» adjectives, of which one tells whose, then a complement with ل or a second adjective. */
function definiteEnd(words: TextWords, from: number, cover: readonly (Draft | null)[]): number {
  let at = from;
  while (at - from < 3 && isQualifier(words, at) && isOpen(cover, at)) at += 1;
  if (at === from) return from;
  const complement = complementEnd(words, at, cover);
  return complement > at || at - from >= 2 ? Math.max(complement, at) : from;
}

/** «هيئة» a noun with the article or a place, further such words, then a complement. */
function constructEnd(words: TextWords, from: number, cover: readonly (Draft | null)[]): number {
  let at = from;
  let isTold = false;
  while (at - from < 4 && isOpen(cover, at)) {
    const isPlace = cover[at]?.kind === 'place';
    const key = words.keys[at] ?? '';
    if (isQualifier(words, at)) isTold = true;
    else if (isPlace && at === from) isTold = true;
    else if (!isPlace && (!/^ال.{3}/.test(key) || times.test(key))) break;
    else if (isPlace) break;
    at += 1;
  }
  if (at === from) return from;
  const complement = complementEnd(words, at, cover);
  if (complement > at && cover[from] !== null) isTold = true;
  return isTold && (at - from >= 2 || complement > at) ? complement : from;
}

/** «لكرة القدم», «للاستثمار», «لبيانات الثلوج والجليد»; `at` where there is none. */
function complementEnd(words: TextWords, at: number, cover: readonly (Draft | null)[]): number {
  const key = words.keys[at] ?? '';
  if ((cover[at] ?? null) !== null || words.tokens[at]?.kind !== 'arabic') return at;
  const hasArticle = /^لل.{3}/.test(key);
  let end = at;
  if (hasArticle) end = at + 1;
  else if (/^ل.{3}/.test(key) && /^ال.{2}/.test(words.keys[at + 1] ?? '')) end = at + 2;
  if (end === at || !/^وال.{3}/.test(words.keys[end] ?? '') || (cover[end] ?? null) !== null)
    return end;
  end += 1;
  // «للفلاحة والصيد البحري»
  const next = words.keys[end] ?? '';
  return /^ال.{3}/.test(next) && !times.test(next) && (cover[end] ?? null) === null ? end + 1 : end;
}

function isOpen(cover: readonly (Draft | null)[], at: number): boolean {
  const there = cover[at] ?? null;
  return there === null || (there.kind !== 'person' && there.toToken === at + 1);
}

function isQualifier({ keys, plain }: TextWords, at: number): boolean {
  const key = keys[at] ?? '';
  return (
    qualifiers.has(key) || (key.startsWith('ال') && countryOfDemonym(plain[at] ?? '') !== null)
  );
}

/** Letters of particles before a first word; -1: it is none. */
function headLetters(key: string): number {
  if (heads.has(key)) return 0;
  if (key.startsWith('لل') && heads.has(`ال${key.slice(2)}`)) return 0;
  return /^[وبلف]/.test(key) && heads.has(key.slice(1)) ? 1 : -1;
}

/** A day right behind is when something was said. */
const times = /^(ال)?(يوم|جمعا|سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|ماضي|مقبل|جاري)$/;

const ministry = nameWord('وزارة');

const heads = new Set(
  `اتحاد هيئة مصرف مركز منتدى منظمة مجلس جمعية مؤسسة معهد أكاديمية صندوق بنك نقابة رابطة مرصد وكالة جامعة غرفة لجنة وزارة`
    .split(' ')
    .flatMap((head) =>
      [nameWord(head), `ال${nameWord(head)}`].map((word) =>
        word.replace('أ', 'ا').replace('ى', 'ي'),
      ),
    ),
);

const qualifiers = new Set(
  `المركزي المركزية الوطني الوطنية العام العامة الأعلى العليا الدولي الدولية العالمي العالمية العربي العربية الأوروبي
الأوروبية الأفريقي الأفريقية الإفريقي الإفريقية الآسيوي الآسيوية الإسلامي الإسلامية الملكي الملكية الخليجي الخليجية المستقل
المستقلة الإقليمي الإقليمية الأهلي الأهلية القومي القومية الاتحادي الاتحادية الفيدرالي الفيدرالية`
    .split(/\s+/)
    .map((word) => nameWord(word.replaceAll(/[أإآ]/g, 'ا'))),
);
