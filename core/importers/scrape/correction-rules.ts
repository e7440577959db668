import type { ImportRule } from '../import-report.ts';

/**
 * Faults of scraped text that are proposed for correction, never made: a pattern (global), what it becomes, and
 * examples [wrong, right] and counter-examples that must stay as they are. Style is no fault: "وكما" is left alone.
 * Quotation marks have a file of their own.
 */
export interface CorrectionRule {
  rule: ImportRule;
  pattern: RegExp;
  replacement: string;
  examples: readonly (readonly [string, string])[];
  counterExamples: readonly string[];
}

export const correctionRules: readonly CorrectionRule[] = [
  {
    rule: 'doubled-mark',
    pattern: /([\u064b-\u0650\u0652])\1+/g,
    replacement: '$1',
    examples: [
      ['شاكراًً', 'شاكراً'],
      ['مثمناًا'.replace('اًا', 'ًًا'), 'مثمنًا'],
    ],
    counterExamples: ['شكراً', 'مُحَدِّثٌ', 'لَمّاً'],
  },
  {
    rule: 'glued-scripts',
    // Two letters or fewer, and the article, are prefixes: they may stand before a Latin name.
    pattern:
      /(?=[A-Za-z]{2})(?<=(?<!\p{L}|\p{M})(?!(?:[وفبكل]?ال|[وف]?لل)[A-Za-z])(?:[\u0621-\u0652]{2,40}[\u0621-\u063a\u0641-\u0652]|مع|في|من|عن|أن|إن|أو|قد|لم|لن))/gu,
    replacement: ' ',
    examples: [
      ['فبعدMeetings', 'فبعد Meetings'],
      ['معMeetings', 'مع Meetings'],
    ],
    counterExamples: ['الـFBI', 'بـNASA', 'الWHO', 'وGoogle', 'والNATO', 'شركة Google'],
  },
  {
    rule: 'glued-scripts',
    pattern: /(?<=[A-Za-z]{2})(?=[\u0621-\u063a\u0641-\u064a]{3})/g,
    replacement: ' ',
    examples: [['Reportsقالت', 'Reports قالت']],
    counterExamples: ['NATO قال', 'iPhone'],
  },
  {
    rule: 'glued-scripts',
    pattern:
      /(?=[0-9٠-٩])(?<=(?<!\p{L}|\p{M})(?!(?:[وفبكل]?ال|[وف]?لل)[0-9٠-٩])[\u0621-\u0652]{2,40}[\u0621-\u063a\u0641-\u0652])/gu,
    replacement: ' ',
    examples: [
      ['عام2024', 'عام 2024'],
      ['نحو٣٠ راكباً', 'نحو ٣٠ راكباً'],
    ],
    counterExamples: ['الـ20', 'ال20', 'و30', 'ب15 ليرة', 'إف16'],
  },
  {
    rule: 'glued-scripts',
    pattern: /(?<=[0-9٠-٩])(?=[\u0621-\u063a\u0641-\u064a]{4})/g,
    replacement: ' ',
    examples: [['2024وأضاف', '2024 وأضاف']],
    counterExamples: ['2024م', '1445هـ', '20كم', '50كغ'],
  },
  {
    rule: 'split-conjunction',
    pattern:
      /(?<=^|[\s«“"(])(?<!(?:^|\s)\p{L}\.?\s)و (?=[\u0621-\u064a][\u0621-\u063a\u0641-\u064a\u064b-\u0652]{2})/gu,
    replacement: 'و',
    examples: [
      ['و أكد الناطق', 'وأكد الناطق'],
      ['المدير و الموظفون', 'المدير والموظفون'],
    ],
    counterExamples: ['أ و ب', 'الحرف و', 'و. م. أحمد', 'الفئتان ج و د', 'أ و باء'],
  },
  {
    rule: 'spacing',
    pattern: /(?<=\S)[ \u00a0]{2,}(?=\S)/g,
    replacement: ' ',
    examples: [['قال  الشاهد', 'قال الشاهد']],
    counterExamples: ['قال الشاهد'],
  },
  {
    rule: 'spacing',
    pattern: /(?<=[\p{L}\p{M}\p{N}"”»)])[ \u00a0]+(?=[،؛؟!:](?:[\s"”»)]|$)|\.(?:[\s"”»)]|$))/gu,
    replacement: '',
    examples: [
      ['قال ، وأضاف', 'قال، وأضاف'],
      ['انتهى الحفل .', 'انتهى الحفل.'],
      ['وقال : نعم', 'وقال: نعم'],
    ],
    counterExamples: ['انتظر ...', 'نسبة .5', 'قال، وأضاف'],
  },
  {
    rule: 'glued-punctuation',
    pattern: /(?<=[\p{L}\p{M}\p{N}"”»)][،؛؟!])(?=[\u0621-\u064aA-Za-z«“])/gu,
    replacement: ' ',
    examples: [['قال،وأضاف', 'قال، وأضاف']],
    counterExamples: ['قال، وأضاف', '1،5', 'حقاً؟!'],
  },
  {
    rule: 'glued-punctuation',
    pattern:
      /(?<=[\u0621-\u064a\u064b-\u0652]{3}[.:])(?<!\.\p{L}{1,6}\.)(?=(?!كوم|نت|أورغ|إيه)[\u0621-\u064a]{3})/gu,
    replacement: ' ',
    examples: [
      ['انتهى الحفل.وغادر الضيوف', 'انتهى الحفل. وغادر الضيوف'],
      ['وقال:نعم', 'وقال: نعم'],
    ],
    counterExamples: ['أ.ف.ب', 'د.أحمد', 'موقع example.com', 'سوق.كوم', 'إن.إتش.كيه'],
  },
  {
    rule: 'glued-punctuation',
    // Prefixed letters stand before a quotation mark without a space.
    pattern: /(?=[“«]\p{L})(?<=[\u0621-\u063a\u0641-\u064a]{3})/gu,
    replacement: ' ',
    examples: [['يسمى“الجسر” هنا', 'يسمى “الجسر” هنا']],
    counterExamples: ['و“الجسر”', 'بـ«الجسر»', 'لل«جسر»'],
  },
  {
    rule: 'latin-punctuation',
    pattern: /(?<=[\u0621-\u064a\u064b-\u0652"”»)])[ \u00a0]?,(?=[\s\u0621-\u064a])/g,
    replacement: '،',
    examples: [['قال, وأضاف', 'قال، وأضاف']],
    counterExamples: ['1,200', 'Paris, France'],
  },
  {
    rule: 'latin-punctuation',
    pattern: /(?<=[\u0621-\u064a\u064b-\u0652"”»)])\?(?=[\s"”»)!]|$)/g,
    replacement: '؟',
    examples: [['من قال?', 'من قال؟']],
    counterExamples: ['https://example.com/?a=b', 'Who said?'],
  },
  {
    rule: 'latin-punctuation',
    pattern: /(?<=[\u0621-\u064a\u064b-\u0652])[ \u00a0]?;(?=\s)/g,
    replacement: '؛',
    examples: [['انتهى; وغادر', 'انتهى؛ وغادر']],
    counterExamples: ['one; two'],
  },
  {
    rule: 'tatweel',
    pattern:
      /(?<=[\u0621-\u0628\u062a-\u063a\u0641-\u0652])\u0640+(?=[\u064b-\u0652]*[\u0621-\u063a\u0641-\u064a])/g,
    replacement: '',
    examples: [
      ['المـــدينة', 'المدينة'],
      ['الـرئيس', 'الرئيس'],
    ],
    counterExamples: ['الـ20', '1445هـ', 'الـFBI', 'لـ«المرفأ»'],
  },
];
