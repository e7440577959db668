import { familyNames, givenNames, places } from './arabic-words.ts';
import { newsWords } from './news-words.ts';
import type { Random } from './random.ts';

/** A page of about `words` words as a scraper leaves it: menu, torn paragraphs, faults of typing, furniture. */
export function scrapedText(random: Random, words: number): string {
  const news = newsWords(random);
  const lines: string[] = ['الرئيسية', 'آخر الأخبار', random.pick(['سياسة', 'اقتصاد', 'رياضة']), ''];
  lines.push(news.words(random.between(7, 11)), '');
  if (random.chance(0.6)) lines.push('نشر في: 28 يناير 2026');
  if (random.chance(0.4))
    lines.push(`بقلم: ${random.pick(givenNames)} ${random.pick(familyNames)}`);
  lines.push('');
  for (let left = words; left > 0;) {
    const length = Math.min(left, random.between(25, 80));
    lines.push(...torn(random, withFaults(random, news.paragraph(length))), '');
    if (random.chance(0.08)) lines.push('إعلان', '');
    if (random.chance(0.06)) lines.push('اقرأ أيضاً:', news.words(8), '');
    left -= length;
  }
  lines.push(
    `الوسوم: ${random.pick(places)}، ${news.word()}`,
    `${random.between(10, 900)} مشاهدة`,
    'شارك على فيسبوك',
    'مواضيع ذات صلة',
    news.words(8),
    'العودة إلى الأعلى',
    '© 2026 صحيفة المنارة',
  );
  return lines.join(random.chance(0.2) ? '\r\n' : '\n');
}

function withFaults(random: Random, text: string): string {
  if (random.chance(0.3)) return text.replace('، ', ' ، ');
  if (random.chance(0.2)) return text.replace(' ', '  ');
  if (random.chance(0.15)) return text.replace('ا ', 'اً ').replace(' ال', ' و ال');
  if (random.chance(0.1)) return text.replace(' ', '&nbsp;');
  return text;
}

/** One paragraph in some cases comes as several lines. */
function torn(random: Random, text: string): string[] {
  if (!random.chance(0.25)) return [text];
  const middle = text.indexOf(' ', Math.floor(text.length / 2));
  return middle < 0 ? [text] : [text.slice(0, middle), '', text.slice(middle + 1)];
}
