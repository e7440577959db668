import type { NameMention } from '../mentions.ts';
import type { PlacedReading } from './carry-speakers.ts';

/** Of entities whose verbs or titles somewhere in the text tell it. */
export type Genders = ReadonlyMap<number, 'm' | 'f'>;

/**
 * The gender of entities, from the verbs they are the subject of («قالت ليلى») and, for people without one, from titles
 * («الوزيرة ليلى»). `nameAt`: names by where they start.
 */
export function gendersOf(
  blocks: readonly PlacedReading[],
  nameAt: ReadonlyMap<number, NameMention>,
): Genders {
  const genders = new Map<number, 'm' | 'f'>();
  for (const { reading, offset } of blocks) {
    for (const { speaker, agreement } of reading.statements) {
      if (speaker.kind !== 'name' || agreement === null || agreement.number !== 's') continue;
      const mention = nameAt.get(offset + speaker.span.start);
      if (mention !== undefined && !genders.has(mention.entity))
        genders.set(mention.entity, agreement.gender);
    }
  }
  for (const { entity, kind, title } of nameAt.values()) {
    if (kind !== 'person' || title === null || genders.has(entity)) continue;
    const head = /^\p{L}+/u.exec(title.surface)?.[0] ?? '';
    if (feminine.test(head)) genders.set(entity, 'f');
    else if (masculine.test(head)) genders.set(entity, 'm');
  }
  return genders;
}

const feminine =
  /^(?:ال)?(?:وزيرة|رئيسة|ممثلة|فنانة|مغنية|مديرة|نائبة|كاتبة|نجمة|سيدة|ملكة|أميرة|مستشارة|متحدثة|محامية|باحثة|زوجة|والدة|ابنة|شقيقة|لاعبة|مخرجة|مذيعة|إعلامية|صحفية|صحافية|عارضة|مطربة|سفيرة|أستاذة|دكتورة)$/;

const masculine =
  /^(?:ال)?(?:وزير|رئيس|ممثل|فنان|مغني|مدير|نائب|كاتب|نجم|سيد|ملك|أمير|مستشار|متحدث|محامي|باحث|زوج|والد|ابن|شقيق|لاعب|مخرج|مذيع|إعلامي|صحفي|صحافي|مدرب|مطرب|سفير|أستاذ|دكتور|شيخ|قائد|جنرال)$/;
