/** The program's own words in an exported page, in the article's language where we have it, else in English. */
export interface HtmlWords {
  untitled: string;
  notes: string;
  back: string;
  done: string;
  notDone: string;
  /** Between names, and between a place and its date. */
  comma: string;
}

export function htmlWords(language: string): HtmlWords {
  return /^ar(-|$)/.test(language) ? arabic : english;
}

const arabic: HtmlWords = {
  untitled: 'بلا عنوان',
  notes: 'الهوامش',
  back: 'العودة إلى موضع الهامش',
  done: 'منجَز',
  notDone: 'غير منجَز',
  comma: '، ',
};

const english: HtmlWords = {
  untitled: 'Untitled',
  notes: 'Notes',
  back: 'Back to the place of note',
  done: 'Done',
  notDone: 'Not done',
  comma: ', ',
};
