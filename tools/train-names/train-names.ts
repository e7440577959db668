import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { prepareBase } from './base.ts';
import { spanOutcomes } from './calibrate.ts';
import { partOf, readLabelled } from './labelled.ts';
import type { LabelledSentence } from './labelled.ts';
import { scoreSentences, train } from './recipe.ts';
import type { Trained } from './recipe.ts';
import { measures, scoreSpans } from './score.ts';
import { poolExamples, tagExamples } from './second-stage.ts';
import { modelBytes } from './write-model.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpusNames = ['ant-v1.1.jsonl.gz', 'ant-v2.1.jsonl.gz'];

/**
 * `npm run train:names`: measures the recipe on the held-out part of the labelled text, then makes the weights that ship
 * from all of it. `--data FOLDER` (../shared/data); `--held` stops after measuring; `--tune N` measures on another part.
 * What each step gives is kept in node_modules/.cache/train-names.
 */
export function trainNames(args: readonly string[]): void {
  const data = option(args, '--data') ?? join(root, '..', 'shared', 'data');
  const labelledFile = join(data, 'ner', 'anercorp-camel-train.conll');
  if (!existsSync(labelledFile)) throw new Error(`no labelled text at ${labelledFile}`);
  const base = prepareBase(
    corpusNames.map((name) => join(data, 'corpus', name)),
    corpusNames,
  );
  const labelled = readLabelled(labelledFile);
  const tune = option(args, '--tune');
  const tuneFold = tune === null ? -1 : Number(tune);
  const tested = tune === null ? 'held' : 'tune';
  const parts = labelled.map((_, place) => partOf(place, labelled.length, tuneFold));
  const rest = labelled.filter((_, place) => parts[place] === 'train');
  const held = labelled.filter((_, place) => parts[place] === tested);
  const measured = train(base, rest, tune === null ? 'held' : `tune${tune}`);
  report(measured, held);
  const folder = join(root, 'node_modules', '.cache', 'train-names');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `names-without-${tested}${tune ?? ''}.bin`),
    modelBytes(base, measured),
  );
  if (args.includes('--held') || tune !== null) return;
  const bytes = modelBytes(base, train(base, labelled, 'all'));
  mkdirSync(join(root, 'resources', 'extraction'), { recursive: true });
  writeFileSync(join(root, 'resources', 'extraction', 'names.bin'), bytes);
  console.log(`resources/extraction/names.bin: ${(bytes.length / 1e6).toFixed(2)} MB`);
}

function option(args: readonly string[], name: string): string | null {
  const place = args.indexOf(name);
  return place < 0 ? null : (args[place + 1] ?? null);
}

function report(trained: Trained, held: readonly LabelledSentence[]): void {
  const { network, table, lexicon, second, calibration } = trained;
  const scored = scoreSentences(network, table, lexicon, held);
  const gold = scored.map(({ labels }) => labels);
  for (const [name, length] of [
    ['as texts of 30 sentences', 30],
    ['sentence by sentence', 1],
  ] as const) {
    const examples = poolExamples(scored, length);
    console.log(name);
    for (const score of scoreSpans(gold, tagExamples(second, examples))) {
      const { p, r, f } = measures(score);
      console.log(`  ${score.kind.padEnd(13)} P ${percent(p)}  R ${percent(r)}  F1 ${percent(f)}`);
    }
  }
  const steps = calibration.length - 1;
  const outcomes = spanOutcomes(second, poolExamples(scored)).map(({ probability, right }) => ({
    confidence: calibration[Math.round(probability * steps)] ?? 0,
    right,
  }));
  console.log('confidence: how many, how many right');
  for (let low = 0; low < 1; low += 0.1) {
    const inside = outcomes.filter(({ confidence }) => confidence >= low && confidence < low + 0.1);
    if (inside.length === 0) continue;
    const right = inside.filter((outcome) => outcome.right).length / inside.length;
    console.log(`  ${low.toFixed(1)}  ${String(inside.length).padStart(4)}  ${percent(right)}`);
  }
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
