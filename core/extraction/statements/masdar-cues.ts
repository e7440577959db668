import type { Block } from './block.ts';
import { afterParticle, openingAt, quotationEnd, quoted } from './complement-kinds.ts';
import type { FoundComplement } from './complement-kinds.ts';
import type { Cue } from './cue.ts';
import { mediumWithin } from './medium.ts';
import { dropped } from './subject.ts';
import type { Subject } from './subject.ts';
import * as words from './words.ts';

/** Verbal nouns that report: بالتأكيد على، مع التشديد على، بقوله إن، قولها إن. Null for the same words elsewhere. */
export function readMasdar(block: Block, at: number): Cue | null {
  const token = block.tokens[at];
  if (token === undefined) return null;
  const masdar = masdars.get(token.bare);
  if (masdar === undefined) return null;
  const before = block.tokens[at - 1]?.bare ?? '';
  const isWith = before === 'مع' || before === 'ومع';
  if (masdar.withMa && !isWith) return null;
  if (before !== '' && /^(?:يمكن|يجب|يستطيع|لا|نستطيع|يمكننا|يصح|الى|إلى)$/.test(before))
    return null;
  const complement = complementOf(block, at, masdar.preposition);
  if (complement === null) return null;
  const first = masdar.withMa && isWith ? at - 1 : at;
  return {
    construction: 'masdar',
    lemma: masdar.lemma,
    first,
    last: complement.kind === 'noun' ? Math.max(at, complement.at) : at,
    lead:
      /^[وف](?:ب|ال)/.test(block.tokens[first]?.bare ?? '') || block.tokens[first]?.bare === 'ومع'
        ? 1
        : 0,
    opensAt: first,
    opens: true,
    contentFrom: complement.contentFrom,
    contentEnd: quotationEnd(block, complement),
    direct: complement.quotation >= 0,
    subject: masdar.preposition === null ? dropped : collectiveBefore(block, first),
    agreement: null,
    continues: true,
    medium: mediumWithin(block, at, complement.at),
    through: null,
  };
}

interface Masdar {
  lemma: string;
  preposition: string | null;
  /** Reports only after مع. */
  withMa: boolean;
}

const masdars: ReadonlyMap<string, Masdar> = createMasdars();

function createMasdars(): ReadonlyMap<string, Masdar> {
  const all = new Map<string, Masdar>();
  const put = (form: string, masdar: Masdar): void => {
    for (const each of [form, form.replaceAll(/[أإآ]/g, 'ا')])
      for (const proclitic of ['', 'و', 'ف']) all.set(proclitic + each, masdar);
  };
  for (const [masdar, lemma, preposition] of [
    ['تأكيد', 'أكد', 'على'],
    ['تشديد', 'شدد', 'على'],
    ['تنويه', 'نوه', 'إلى'],
  ] as const) {
    put(`بال${masdar}`, { lemma, preposition, withMa: false });
    put(`ال${masdar}`, { lemma, preposition, withMa: true });
  }
  for (const form of ['بالقول', 'للقول', 'بقوله', 'بقولها', 'بقولهم', 'بقولهما'])
    put(form, { lemma: 'قال', preposition: null, withMa: false });
  for (const form of ['بتأكيده', 'بتأكيدها'])
    put(form, { lemma: 'أكد', preposition: null, withMa: false });
  return all;
}

function complementOf(
  block: Block,
  at: number,
  preposition: string | null,
): FoundComplement | null {
  const next = block.tokens[at + 1];
  if (next === undefined || at + 1 >= (block.sentenceEnd[at] ?? 0)) return null;
  const kind = words.wordClass(next.bare);
  if ((kind & words.complementizer) !== 0) return afterParticle(block, at + 1, kind);
  if (next.surface === ':') {
    const index = openingAt(block, at + 2);
    return index >= 0
      ? quoted(block, at + 1, index)
      : { kind: 'colon', at: at + 1, contentFrom: at + 2, quotation: -1 };
  }
  const index = openingAt(block, at + 1);
  if (index >= 0) return quoted(block, at + 1, index);
  if (preposition === null || next.bare !== preposition) return null;
  const after = words.wordClass(block.tokens[at + 2]?.bare ?? '');
  if ((after & words.complementizer) !== 0) {
    const found = afterParticle(block, at + 2, after);
    return { ...found, at: at + 1 };
  }
  return { kind: 'noun', at: at + 1, contentFrom: at + 2, quotation: -1 };
}

/** «اختتمت المباحثات بالتأكيد على»: meetings and visits speak for those who met. */
function collectiveBefore(block: Block, at: number): Subject {
  const start = block.sentenceStart[at] ?? 0;
  for (let before = start; before < Math.min(at, start + 5); before += 1) {
    const bare = block.tokens[before]?.bare ?? '';
    if (meetings.test(bare))
      return { kind: 'phrase', first: before, last: before, source: 'collective' };
  }
  return dropped;
}

const meetings =
  /^(?:ال)?(?:زيارة|مباحثات|محادثات|اجتماع|لقاء|قمة|مؤتمر|اجتماعات|جلسة|مشاورات|مفاوضات|منتدى|ندوة|ورشة)$/;
