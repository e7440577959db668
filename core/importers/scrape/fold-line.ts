/**
 * A line in the form in which furniture is recognised: without tashkeel, tatweel, emoji and signs at its edges; alif,
 * ya and ta marbuta in one form each; Western digits; lower case; single spaces.
 */
export function foldLine(line: string): string {
  return line
    .replace(/[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, '')
    .replace(/\ufe0f/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 10))
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(edgeSigns, '');
}

const edgeSigns = /^[^\p{L}\p{N}#©@]+|[^\p{L}\p{N}]+$/gu;

/** Words of a line: runs of characters between white space that hold a letter or a digit. */
export function countWords(line: string): number {
  let words = 0;
  for (const run of line.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(run)) words += 1;
  return words;
}

/** Whether a line ends as a sentence does, closing quotation marks and brackets aside. */
export function endsSentence(line: string): boolean {
  return /[.!?؟…۔:؛]["”“»«’')\]}\s]*$/.test(line);
}
