import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { tokenize } from '../../core/arabic/tokenize.ts';
import type { NameMention } from '../../core/extraction/mentions.ts';
import { findNames } from '../../core/extraction/names/find-names.ts';
import { labelCount, nameKinds } from '../../core/extraction/names/labels.ts';
import { loadNameModel } from '../../core/extraction/names/name-model.ts';
import type { NameModel } from '../../core/extraction/names/name-model.ts';
import { tagNames } from '../../core/extraction/names/tag-names.ts';
import { partOf, readLabelled } from '../../tools/train-names/labelled.ts';
import type { LabelledSentence } from '../../tools/train-names/labelled.ts';
import { measures, scoreSpans } from '../../tools/train-names/score.ts';
import type { Score } from '../../tools/train-names/score.ts';

import type { GoldArticle } from './gold/gold-article.ts';
import { corpusIsThere, readGold } from './gold/read-gold.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(root, '..', 'shared');

/** The weights that ship; they have seen all of the labelled text. */
export const shippedModel = join(root, 'resources', 'extraction', 'names.bin');

/** Weights of the same recipe that never saw the held-out part; `npm run train:names` leaves them in the cache. */
export const heldOutModel = join(
  root,
  'node_modules',
  '.cache',
  'train-names',
  'names-without-held.bin',
);

export interface NameFigure {
  /** What was measured on what. */
  name: string;
  /** By kind, the sum last. */
  scores: Score[];
}

/** Figures of all data that is there, and what was left out and why. */
export async function measureNames(): Promise<{ figures: NameFigure[]; missing: string[] }> {
  const figures: NameFigure[] = [];
  const missing: string[] = [];
  const labelledFile = join(shared, 'data', 'ner', 'anercorp-camel-train.conll');
  if (!existsSync(labelledFile)) missing.push(`labelled text: no ${labelledFile}`);
  else if (!existsSync(heldOutModel))
    missing.push('held-out part of the labelled text: run npm run train:names first');
  else {
    const model = loadModel(heldOutModel);
    const all = readLabelled(labelledFile);
    const held = all.filter((_, place) => partOf(place, all.length, -1) === 'held');
    figures.push(
      { name: 'held-out labelled text, 30 sentences a text', scores: scoreHeld(held, model, 30) },
      { name: 'held-out labelled text, sentence by sentence', scores: scoreHeld(held, model, 1) },
    );
  }
  const goldFile = join(shared, 'data', 'gold-000.json');
  if (!existsSync(goldFile)) missing.push(`gold article: no ${goldFile}`);
  else figures.push({ name: 'gold article, after carrying', scores: scoreSample(goldFile) });
  const corpus = join(shared, 'data', 'corpus');
  if (!corpusIsThere(corpus)) missing.push(`gold set: no corpus in ${corpus}`);
  else
    for (const part of ['dev', 'dev2', 'held', 'held2'] as const)
      figures.push({
        name: `gold set, ${part}`,
        scores: scoreArticles(await readGold(corpus, part), loadModel(shippedModel)),
      });
  return { figures, missing };
}

export async function printNameFigures(): Promise<void> {
  const { figures, missing } = await measureNames();
  for (const { name, scores } of figures) {
    console.log(name);
    for (const score of scores) {
      const { p, r, f } = measures(score);
      const counts = `${String(score.right)} right of ${String(score.found)} found, ${String(score.gold)} there`;
      console.log(
        `  ${score.kind.padEnd(13)} P ${percent(p)}  R ${percent(r)}  F1 ${percent(f)}  ${counts}`,
      );
    }
  }
  const corpus = join(shared, 'data', 'corpus');
  if (corpusIsThere(corpus)) {
    console.log('gold set, confidence: how many, how many right');
    const articles = await readGold(corpus, 'held');
    for (const line of reliability(articles, loadModel(shippedModel))) console.log(`  ${line}`);
  }
  for (const what of missing) console.log(`not measured: ${what}`);
}

export function loadModel(file: string): NameModel {
  return loadNameModel(readFileSync(file));
}

/** Through the program's own tagger, on text made of the labelled tokens. Spans count as they are before particles go. */
function scoreHeld(held: readonly LabelledSentence[], model: NameModel, length: number): Score[] {
  const gold: Uint8Array[] = [];
  const found: Uint8Array[] = [];
  for (let from = 0; from < held.length; from += length) {
    const part = held.slice(from, from + length);
    const tokens = tokenize(part.map(({ surfaces }) => surfaces.join(' ')).join('\n'));
    const labels = new Uint8Array(tokens.length);
    for (const { kind, fromToken, toToken } of tagNames(tokens, model).names) {
      const first = 1 + 2 * nameKinds.indexOf(kind);
      labels.fill(first + 1, fromToken, toToken);
      labels[fromToken] = first;
    }
    let at = 0;
    for (const sentence of part) {
      const size = sentence.keys.length;
      gold.push(sentence.labels);
      found.push(labels.slice(at, at + size));
      at += size + 1;
    }
  }
  if (found.some((labels) => labels.some((label) => label >= labelCount)))
    throw new RangeError('no such label');
  return scoreSpans(gold, found);
}

interface SampleFile {
  file: string;
  mentions: { kind: string; start: number; end: number; entity: string; nested?: boolean }[];
  entities: { id: string; type: string }[];
}

interface WantedName {
  start: number;
  end: number;
  kind: string;
  /** Neither right nor wrong. */
  neutral: boolean;
}

function scoreSample(goldFile: string): Score[] {
  const gold = JSON.parse(readFileSync(goldFile, 'utf8')) as SampleFile;
  const text = readFileSync(join(shared, 'articles', gold.file), 'utf8');
  const types = new Map(gold.entities.map(({ id, type }) => [id, type]));
  const wanted = gold.mentions
    .filter(({ nested }) => nested !== true)
    .map(({ kind, start, end, entity }) => ({
      start,
      end,
      kind: kind === 'nominal' ? kind : (types.get(entity) ?? 'other'),
      neutral: false,
    }));
  return sumOf([compare(wanted, findNames(text, loadModel(shippedModel)).mentions, null)]);
}

/** How many mentions have a confidence in each tenth, and how many of them are right. */
export function reliability(articles: readonly GoldArticle[], model: NameModel): string[] {
  const tenths = Array.from({ length: 10 }, () => ({ count: 0, right: 0 }));
  for (const article of articles) {
    const wanted = wantedNames(article);
    for (const mention of findNames(article.text, model).mentions) {
      const kind = mention.nominal ? 'nominal' : mention.kind;
      const isRight = wanted.some((one) => isSame(one, { ...mention, kind }));
      const isNeutral = wanted.some(
        (one) => one.neutral && mention.start < one.end && one.start < mention.end,
      );
      const tenth = tenths[Math.min(9, Math.floor(mention.confidence * 10))];
      if (tenth === undefined || (isNeutral && !isRight)) continue;
      tenth.count += 1;
      if (isRight) tenth.right += 1;
    }
  }
  return tenths.flatMap(({ count, right }, tenth) =>
    count === 0
      ? []
      : `${(tenth / 10).toFixed(1)}  ${String(count).padStart(4)}  ${percent(right / count)}`,
  );
}

function wantedNames(article: GoldArticle): WantedName[] {
  const types = new Map(article.entities.map(({ id, type }) => [id, type]));
  return article.names.map(({ start, end, kind, entity, institution, optional }) => ({
    start,
    end,
    kind: kind === 'nominal' ? kind : (types.get(entity) ?? 'other'),
    neutral: institution === true || optional === true,
  }));
}

/** `report` is told of each name missed or found in vain. */
export function scoreArticles(
  articles: readonly GoldArticle[],
  model: NameModel,
  report: ((line: string) => void) | null = null,
): Score[] {
  return sumOf(
    articles.map((article) => {
      const wanted = wantedNames(article);
      const { mentions } = findNames(article.text, model);
      const around = (start: number, end: number): string =>
        `${article.text.slice(Math.max(0, start - 25), start)}[${article.text.slice(start, end)}]${article.text.slice(end, end + 20)}`.replaceAll(
          '\n',
          ' ',
        );
      return compare(
        wanted,
        mentions,
        report === null
          ? null
          : (what, { start, end }) => {
              report(`${what}: ${around(start, end)}`);
            },
      );
    }),
  );
}

/** Exact spans with their kinds. Institutions and optional names, and what is found inside of them, do not count. */
function compare(
  wanted: readonly WantedName[],
  mentions: readonly NameMention[],
  report: ((what: string, span: { start: number; end: number }) => void) | null,
): Score[] {
  const there = mentions.map(({ nominal, kind, start, end }) => ({
    kind: nominal ? 'nominal' : kind,
    start,
    end,
  }));
  const neutral = wanted.filter((one) => one.neutral);
  const own = wanted.filter((one) => !one.neutral);
  const ours = there.filter(
    (one) =>
      own.some((name) => isSame(name, one)) ||
      !neutral.some(({ start, end }) => one.start < end && start < one.end),
  );
  for (const one of own)
    if (!ours.some((name) => isSame(name, one))) report?.(`missed ${one.kind}`, one);
  for (const one of ours)
    if (!own.some((name) => isSame(name, one))) report?.(`in vain ${one.kind}`, one);
  return [...nameKinds, 'nominal'].map((kind) => ({
    kind,
    right: ours.filter((one) => one.kind === kind && own.some((name) => isSame(name, one))).length,
    found: ours.filter((one) => one.kind === kind).length,
    gold: own.filter((one) => one.kind === kind).length,
  }));
}

function isSame(a: PlacedKind, b: PlacedKind): boolean {
  return a.start === b.start && a.end === b.end && a.kind === b.kind;
}

interface PlacedKind {
  start: number;
  end: number;
  kind: string;
}

function sum(kind: string, scores: readonly Score[]): Score {
  return {
    kind,
    right: scores.reduce((total, score) => total + score.right, 0),
    found: scores.reduce((total, score) => total + score.found, 0),
    gold: scores.reduce((total, score) => total + score.gold, 0),
  };
}

/** By kind, then all proper names. */
function sumOf(parts: readonly Score[][]): Score[] {
  const all = parts.flat();
  return [
    ...[...nameKinds, 'nominal'].map((kind) =>
      sum(
        kind,
        all.filter((score) => score.kind === kind),
      ),
    ),
    sum(
      'all',
      all.filter((score) => score.kind !== 'nominal'),
    ),
  ];
}

function percent(share: number): string {
  return (share * 100).toFixed(1).padStart(5);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printNameFigures();
