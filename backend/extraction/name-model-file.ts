import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNameModel } from '../../core/extraction/names/name-model.ts';
import type { NameModel } from '../../core/extraction/names/name-model.ts';

/** The weights that come with the program. This file and the bundle made of it lie two folders below the checkout. */
const modelFile = join(import.meta.dirname, '..', '..', 'resources', 'extraction', 'names.bin');

let model: NameModel | undefined;

/** The model of names, read once a process. Throws what `loadNameModel` throws for a broken file. */
export function nameModel(): NameModel {
  model ??= loadNameModel(readNameModel());
  return model;
}

/** Its bytes, for a thread that reads it itself. */
export function readNameModel(): Uint8Array {
  return readFileSync(modelFile);
}
