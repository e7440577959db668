import { nameWord } from './text-words.ts';

/** First words of titles of persons, as keys; each also with the article and, for women, with ة. */
const offices = `ركن رئيس نائب وزير مساعد مستشار سفير مبعوث مندوب ممثل قائد مدير امين سكرتير ملك امير سلطان شيخ امام بابا
بطريرك مفتي قاضي محافظ عمدة حاكم والي متحدث ناطق زعيم مرشد مشير فريق لواء عميد عقيد مقدم رائد نقيب ملازم جنرال ادميرال
كولونيل ماريشال دكتور استاذ بروفيسور مهندس محامي نائب سيناتور عضو مدرب لاعب حارس مهاجم قيادي كاتب شاعر مطرب فنان ممثل مخرج
روائي صحفي صحافي اعلامي محلل خبير باحث مؤرخ عالم ناشط معارض مرشح متحدثة مستشارة مفوض منسق وكيل قنصل نجم بطل`;

const others = `السيد السيدة الانسة الحاج القس الاب الام الكاردينال المطران الاميرة الملكة الملك المستشارة الرئيسة العاهل ولي
عقيلة حرم نجل شقيق اللورد السير الليدي بابا نظيره نظيرها نظيرته`;

/** First words of what a place, an organisation or another thing is called before its name. */
const kinds = `مدينة العاصمة عاصمة محافظة ولاية قرية بلدة منطقة اقليم جزيرة دولة ضاحية حي مديرية قضاء تنظيم جماعة حركة شركة
مجموعة منظمة صحيفة مجلة قناة وكالة نادي فريق حزب ميليشيا برنامج فيلم رواية مسلسل جريدة موقع مؤسسة`;

/** Words that stand inside a title without the article. */
const inner = `العام باسم في لشؤون مجلس هيئة اركان دولة حكومة وزراء وزارة حزب حركة تنظيم شركة جامعة بنك مدير رئيس عهد دفاع حرب سابق
سابقا مكتب قوات جيش شرطة لجنة منظمة كتلة نادي منتخب اتحاد جمهورية مملكة ولاية محافظة بلدية محكمة جهاز غرفة نقابة ديوان
قسم كلية معهد مركز صحيفة وكالة قناة مجلة مؤسسة فريق عام اول ثان ثاني`;

const officeWords = new Set(
  words(offices).flatMap((word) =>
    [word, `ال${word}`, `${word}ة`, `ال${word}ة`, `${word}ا`].map(nameWord),
  ),
);
for (const word of words(others)) officeWords.add(nameWord(word));
const kindWords = new Set(words(kinds).map(nameWord));
const innerWords = new Set(words(inner).map(nameWord));

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** All three take words as names are compared. */
export function isOffice(word: string): boolean {
  return officeWords.has(word);
}

export function isKindWord(word: string): boolean {
  return kindWords.has(word);
}

export function isInnerTitleWord(word: string): boolean {
  return innerWords.has(word);
}
