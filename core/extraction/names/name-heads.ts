import type { NameKind } from '../mentions.ts';

import { nameWord } from './text-words.ts';

/** The kind of what is named after a word such as «تنظيم» or «قاعدتي»; null: it says no kind. Takes words as names are compared. */
export function kindAfter(word: string): NameKind | null {
  return kinds.get(word) ?? kinds.get(word.replace(/^[وبلف](?=.{3})/, '')) ?? null;
}

/** Whether the word belongs to the name of the place after it: قصر الكرملين, مسجد الحسين. */
export function isBuilding(word: string): boolean {
  return buildings.has(word);
}

/** Whether what directly follows is an organisation whatever it looks like: شركة, نادي, صحيفة. */
export function isBodyHead(word: string): boolean {
  return bodies.has(word.replace(/^[وبلف](?=.{3})/, '')) || bodies.has(word);
}

/** Rivers and seas with whose name a side of them is a region: شرق الفرات. */
export function isWater(word: string): boolean {
  return waters.has(word);
}

export function isCurrency(word: string): boolean {
  return currencies.has(word.replace(/^(ال|[وبلف]ال|[وبل](?=.{4}))/, ''));
}

export function isSide(word: string): boolean {
  return sides.has(word);
}

const lists: readonly (readonly [NameKind, string])[] = [
  [
    'place',
    'مدينة مدينتي محافظة ولاية قرية بلدة منطقة اقليم جزيرة دولة ضاحية حي قاعدة قاعدتي مطار ميناء مخيم معبر سجن جمهورية',
  ],
  [
    'organisation',
    `تنظيم تنظيمي جماعة حركة حركتي شركة شركتي مجموعة منظمة صحيفة صحيفتي مجلة قناة قناتي وكالة وكالتي نادي فريق حزب ميليشيا
     جريدة موقع مؤسسة منصة فصيل كتائب لواء اذاعة جمعية`,
  ],
  [
    'other',
    'برنامج فيلم رواية مسلسل مسرحية كتاب ديوان اغنية البوم عملية صاروخ جائزة مهرجان اعصار فيروس تطبيق',
  ],
];

const kinds = new Map<string, NameKind>(
  lists.flatMap(([kind, list]) =>
    wordsOf(list).flatMap((word) =>
      [word, `ال${word}`].map((form) => [nameWord(form), kind] as const),
    ),
  ),
);

const buildings = new Set(
  wordsOf(
    'قصر مسجد جامع كنيسة ميدان ساحة برج معبر مضيق مطار ميناء بحر محيط جمهورية سلطنة مملكة',
  ).map(nameWord),
);
const bodies = new Set(wordsOf('شركة نادي صحيفة قناة مجلة وكالة موقع').map(nameWord));
const waters = new Set(wordsOf('الفرات دجلة النيل المتوسط السويس').map(nameWord));
const currencies = new Set(
  wordsOf('دولار دولارا دولارات يورو دينار دنانير جنيه ريال ليرة درهم روبل ين يوان فرنك استرليني').map(
    nameWord,
  ),
);
const sides = new Set(wordsOf('شرق غرب شرقي غربي شمال جنوب').map(nameWord));

function wordsOf(list: string): string[] {
  return list.trim().split(/\s+/);
}
