import { toFailure } from '../api/app-failure.ts';
import { client } from '../api/client.ts';
import type { ImportFile } from './import-queue.ts';

/** Sends one file to the backend. Never rejects; a failure always names the file. */
export const importFile: ImportFile = async (file, publishedOn, again) => {
  let readable: File;
  try {
    // A file that vanished or may not be read fails here, and only here.
    readable = new File([await file.arrayBuffer()], file.name, { type: file.type });
  } catch {
    const details = { fileName: file.name };
    return { kind: 'failed', failure: { code: 'FILE_UNREADABLE', details } };
  }
  try {
    const { outcome, ...made } = await client.imports.create({
      file: readable,
      publishedOn,
      again,
    });
    if (outcome === 'duplicate') {
      return { kind: 'duplicate', articleId: made.articleId, headline: made.headline };
    }
    return { kind: 'created', ...made };
  } catch (error) {
    const { code, details } = toFailure(error);
    return { kind: 'failed', failure: { code, details: { ...details, fileName: file.name } } };
  }
};
