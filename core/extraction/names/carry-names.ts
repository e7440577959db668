import type { NameKind } from '../mentions.ts';

import { isAdjectiveForm } from './countries.ts';
import { isOffice } from './title-words.ts';
import { afterLetters, matchAt } from './text-words.ts';
import type { Draft, TextWords } from './text-words.ts';

/** A form by which a name of the text may stand again. */
interface Form {
  words: readonly string[];
  kind: NameKind;
  confidence: number;
  origin: string;
}

/** What the model says of single words. */
export interface WordEvidence {
  /** Whether the word is a usual one that news seldom uses as a name. */
  isCommon: (key: string) => boolean;
  /** Probability that the token is part of a name, by place. */
  nameChance: Float32Array;
}

/**
 * Mentions that the model missed of names it found elsewhere in the text: the same words again, and a person's last part
 * alone. A single word that is also a usual word is taken only where something speaks for it: a title before it, or the
 * model's own doubt.
 */
export function carryNames(
  words: TextWords,
  drafts: readonly Draft[],
  cover: readonly (Draft | null)[],
  evidence: WordEvidence,
): Draft[] {
  const byFirst = indexForms(formsOf(drafts), words);
  const carried: Draft[] = [];
  for (let at = 0; at < words.tokens.length; at += 1) {
    if (cover[at] !== null) continue;
    const found = bestForm(words, at, byFirst.get(at) ?? [], cover);
    if (found === null) continue;
    const { form, attached } = found;
    if (form.words.length === 1 && !isLikely(words, at, form, evidence)) continue;
    const toToken = at + form.words.length;
    const first = words.tokens[at];
    const last = words.tokens[toToken - 1];
    if (first === undefined || last === undefined) continue;
    carried.push({
      start: afterLetters(first, attached),
      end: last.end,
      fromToken: at,
      toToken,
      kind: form.kind,
      confidence: form.confidence,
      origin: form.origin,
      words: form.words,
      known: null,
      title: null,
    });
    at = toToken - 1;
  }
  return carried;
}

/** The last part of a person's name: `الله` takes what it belongs to, as `بن` and `آل` do. */
export function lastPart(words: readonly string[]): readonly string[] {
  if (words.length < 2) return [];
  const before = words.at(-2) ?? '';
  return bound.has(before) ? words.slice(-2) : words.slice(-1);
}

const bound: ReadonlySet<string> = new Set([
  'عبد',
  'ابو',
  'ابي',
  'ابا',
  'ام',
  'ال',
  'دي',
  'فان',
  'فون',
  'دو',
  'بو',
]);

function formsOf(drafts: readonly Draft[]): Form[] {
  const forms: Form[] = [];
  for (const { words, kind, confidence } of drafts) {
    if (confidence < leastConfidence) continue;
    if (words.length > 1 || (words[0]?.length ?? 0) > 2)
      forms.push({ words, kind, confidence: confidence * 0.95, origin: 'same-name' });
    const last = kind === 'person' ? lastPart(words) : [];
    if (last.length > 0 && last.join('').length > 2)
      forms.push({ words: last, kind, confidence: confidence * 0.93, origin: 'last-name' });
    if (kind === 'person' && words.length > 1 && !bound.has(words[0] ?? ''))
      forms.push({
        words: words.slice(0, 1),
        kind,
        confidence: confidence * 0.7,
        origin: 'first-name',
      });
  }
  // Longer forms first, then surer ones.
  return forms.toSorted((a, b) => b.words.length - a.words.length || b.confidence - a.confidence);
}

const leastConfidence = 0.3;

/** By token: the forms whose first word may stand there. */
function indexForms(forms: readonly Form[], { keys }: TextWords): Map<number, Form[]> {
  const byEnd = new Map<string, Form[]>();
  for (const form of forms) {
    const end = tailOf(form.words[0] ?? '');
    const list = byEnd.get(end);
    if (list === undefined) byEnd.set(end, [form]);
    else list.push(form);
  }
  const byToken = new Map<number, Form[]>();
  for (const [at, key] of keys.entries()) {
    const list = byEnd.get(tailOf(key));
    if (list !== undefined) byToken.set(at, list);
  }
  return byToken;
}

/** Particles change a word's beginning only. */
function tailOf(word: string): string {
  return word.slice(-2);
}

function bestForm(
  words: TextWords,
  at: number,
  forms: readonly Form[],
  cover: readonly (Draft | null)[],
): { form: Form; attached: number } | null {
  for (const form of forms) {
    const attached = matchAt(words, at, form.words);
    if (attached < 0) continue;
    const isFree = form.words.every((_, place) => cover[at + place] === null);
    if (isFree) return { form, attached };
  }
  return null;
}

function isLikely(words: TextWords, at: number, form: Form, evidence: WordEvidence): boolean {
  const key = words.plain[at] ?? '';
  if (isAdjectiveForm(key)) return false;
  // A first name alone is another bearer's as easily.
  if (form.origin === 'first-name') return (evidence.nameChance[at] ?? 0) >= 0.3;
  if (!evidence.isCommon(key)) return true;
  if ((evidence.nameChance[at] ?? 0) >= 0.15) return true;
  const before = words.keys[at - 1] ?? '';
  return isOffice(before) || reports.test(before);
}

const reports =
  /^[وف]?(قال|قالت|اكد|اكدت|اضاف|اضافت|اوضح|اوضحت|صرح|صرحت|اعلن|اعلنت|اعتبر|اعتبرت|اشار|اشارت|شدد|شددت|يقول|تقول|تابع|تابعت|ذكر|ذكرت|لفت|راي|كتب|كتبت|نفي|نفت)$/;
