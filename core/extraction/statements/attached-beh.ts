import type { Block } from './block.ts';

/** A word with the preposition ب written on it. */
export function isAttachedBeh(block: Block, at: number): boolean {
  const bare = block.tokens[at]?.bare ?? '';
  if (bare === 'ب') return true;
  if (bare.length < 4 || !bare.startsWith('ب')) return false;
  if ((block.nameAt[at] ?? -1) >= 0) return false;
  if (bodies.test(bare.slice(1))) return false;
  return !beh.test(bare);
}

/** Where somebody works or something is: no complement. */
const bodies =
  /^(?:ال)?(?:وزارة|جامعة|مجلس|برلمان|محكمة|مستشفى|مكتب|مطار|مقر|مدينة|محافظة|ولاية|بلدية|منظمة|حركة|حزب|هيئة|شركة|نادي|معهد|كلية|مديرية|لجنة|نقابة|شبكة|قناة|صحيفة)$/;

/** Words whose ب is a letter of their own, and adverbs that are no complement. */
const beh =
  /^(?:بعد|بين|بيان|بلاد|بلد|بلاغ|برنامج|برلمان|بغداد|باريس|بوتين|بشار|بدور|بعض|بدء|بداي|بسبب|بشأن|بخصوص|بحسب|بمناسب|بحضور|باسم|بنك|بطل|بطول|باحث|بعث|بناء|برئ|برش|بري|برل|بيروت|بلج|بكين|بحر|بحث|بالتوازي|بالإضاف|بالتزامن|بالفعل|بصفت|بعيد|بديل|بريد|بنيامين|بايدن|بوش|بارز|بمعن|بهذ|بذلك|بينم|بمجرد|بقي|بقاء|بلدي|بيت|بيوت|باب|بند|بنود|بيع|بطاق|بطول|بضائع|بنت|بنات|برقي|بضع|بؤر|بشر|بناي|بورص|بيئ|برئاس|بقياد|بمشارك|برفق|بتوقيت|بإشراف|بدلا|بداع|بذريع|بتهم|بطريق|بصور|بشد|بقو|بوضوح|بحد|بلهج|بكلم|بحرار|بعبار|بسهول|بسرع|بدق|بصراح)/;
