import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readModelFile, writeModelFile } from '../../core/extraction/names/model-file.ts';
import type { ModelArray, ModelParts } from '../../core/extraction/names/model-file.ts';

const folder = fileURLToPath(new URL('../../node_modules/.cache/train-names', import.meta.url));

/** What `make` gives, kept under its name and `inputs`; made again when either changes. */
export function stage(
  name: string,
  inputs: readonly unknown[],
  make: () => ModelParts,
): ModelParts {
  const hash = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
  const file = join(folder, `${name}-${hash}.bin`);
  if (existsSync(file)) return readModelFile(readFileSync(file));
  const began = performance.now();
  const parts = make();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.part`, writeModelFile(parts));
  renameSync(`${file}.part`, file);
  console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return parts;
}

export function arrayOf<T extends ModelArray>(
  parts: ModelParts,
  name: string,
  type: new (length: number) => T,
): T {
  const array = parts.arrays.get(name);
  if (!(array instanceof type)) throw new TypeError(`${name} is not in the stage`);
  return array;
}
