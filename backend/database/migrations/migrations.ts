import type { Migration } from '../migrate.ts';
import { createLibrary } from './0001-create-library.ts';
import { appendRevisions } from './0002-append-revisions.ts';
import { createDirectory } from './0003-create-directory.ts';

/** In order; the version of each is its place in the list, from 1. Frozen once shipped. */
export const migrations: readonly Migration[] = [createLibrary, appendRevisions, createDirectory];
