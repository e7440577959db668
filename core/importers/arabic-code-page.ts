/**
 * Which of the two one-byte Arabic encodings a text is in, weighed by how common the letters it would hold are;
 * `declared` wins where both are possible. Null: neither makes text of these bytes.
 * Looks at the first megabyte.
 */
export function detectArabicCodePage(bytes: Uint8Array, declared?: CodePage): CodePage | null {
  const counts = new Uint32Array(256);
  const sample = bytes.subarray(0, 1_048_576);
  for (const byte of sample) counts[byte] = (counts[byte] ?? 0) + 1;
  const windows = weigh(counts, windows1256);
  const iso = weigh(counts, iso88596);
  const high = windows.high;
  if (high === 0) return 'windows-1256';
  const isPossible = (weight: Weight) =>
    weight.undefined * 50 <= high && (weight.arabic * 2 >= high || high * 5 <= sample.length);
  if (declared !== undefined && isPossible(declared === 'iso-8859-6' ? iso : windows))
    return declared;
  if (isPossible(iso) && iso.score > windows.score) return 'iso-8859-6';
  return isPossible(windows) ? 'windows-1256' : null;
}

export type CodePage = 'windows-1256' | 'iso-8859-6';

interface Weight {
  /** Bytes above 7F; those of them that are Arabic letters or marks; those that the encoding leaves undefined. */
  high: number;
  arabic: number;
  undefined: number;
  score: number;
}

function weigh(counts: Uint32Array, page: string): Weight {
  const weight: Weight = { high: 0, arabic: 0, undefined: 0, score: 0 };
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const count = counts[byte] ?? 0;
    if (count === 0) continue;
    const character = page[byte - 0x80] ?? ' ';
    weight.high += count;
    if (character === ' ') weight.undefined += count;
    if (character >= '\u0621' && character <= '\u0652') weight.arabic += count;
    weight.score += count * characterScore(character);
  }
  return weight;
}

function characterScore(character: string): number {
  if (character === ' ') return -12;
  const rank = lettersByFrequency.indexOf(character);
  if (rank !== -1) return -1 - rank / 6;
  if (character >= '\u064b' && character <= '\u0652') return -6;
  return usualSigns.includes(character) ? -5 : -9;
}

/** Letters of written Arabic, commonest first (counted in news text). */
const lettersByFrequency = 'اليمونرتبةعدسفهكقحجأشطصىخإذزثضغئءؤظآ';
const usualSigns = '،؛؟“”«»–…ـ‘’\u00a0';

/** Bytes 80-FF; a space stands for a byte that means nothing. */
const windows1256 =
  '€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200c\u200dں' +
  '\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯°±²³´µ¶·¸¹؛»¼½¾؟' +
  'ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîï' +
  '\u064b\u064c\u064d\u064eô\u064f\u0650÷\u0651ù\u0652ûü\u200e\u200fے';
const iso88596 =
  ' '.repeat(32) +
  '\u00a0   ¤       ،\u00ad             ؛   ؟' +
  ' ءآأؤإئابةتثجحخدذرزسشصضطظعغ     ـفقكلمنهوىي' +
  '\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652             ';
