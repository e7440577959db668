import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import { tokenize } from '../../core/arabic/tokenize.ts';
import { findNames } from '../../core/extraction/names/find-names.ts';
import { loadNameModel } from '../../core/extraction/names/name-model.ts';
import { tagNames } from '../../core/extraction/names/tag-names.ts';

import { shippedModel } from './names.ts';

const corpus = fileURLToPath(
  new URL('../../../shared/data/corpus/ant-v2.1.jsonl.gz', import.meta.url),
);

/**
 * Tokens a second of processor time on news that the model meets for the first time, and again, beside tokenising alone;
 * load time and memory. For memory run with `--expose-gc`.
 */
export function printNameSpeed(): void {
  if (!existsSync(corpus)) {
    console.log(`not measured: no ${corpus}`);
    return;
  }
  const texts = readTexts(600);
  const tokens = texts.map(tokenize);
  const count = tokens.reduce((sum, list) => sum + list.length, 0);
  const bytes = new Uint8Array(readFileSync(shippedModel));
  const before = usedMemory();
  const began = performance.now();
  const model = loadNameModel(bytes);
  console.log(`load ${(performance.now() - began).toFixed(0)} ms, ${String(count)} tokens`);
  const runs: readonly (readonly [string, () => void])[] = [
    ['tokenising alone', () => texts.forEach(tokenize)],
    ['tagging, first time', () => tokens.forEach((list) => tagNames(list, model))],
    ['tagging', () => tokens.forEach((list) => tagNames(list, model))],
    ['names of an article', () => texts.forEach((text) => findNames(text, model))],
  ];
  for (const [name, run] of runs) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    const speed = count / ((user + system) / 1e6);
    console.log(`${name.padEnd(20)} ${(speed / 1000).toFixed(0)} thousand tokens a second`);
  }
  const used = usedMemory() - before;
  if (before > 0) console.log(`memory of the model after use ${(used / 1e6).toFixed(0)} MB`);
}

function readTexts(most: number): string[] {
  return gunzipSync(readFileSync(corpus))
    .toString('utf8')
    .split('\n')
    .filter((line, place) => line !== '' && place % 40 === 0)
    .slice(0, most)
    .map((line) => {
      const { title, text } = JSON.parse(line) as { title: string; text: string };
      return `${title}\n${text}`;
    });
}

/** 0 where the collector cannot be called. */
function usedMemory(): number {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) return 0;
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printNameSpeed();
