import { open } from 'node:fs/promises';
import { AppError } from '../../core/errors.ts';
import { systemCode } from './cli-error.ts';

/** More than any importer takes: what is over it is not even read. */
const readLimit = 64 * 1024 * 1024;

/** All bytes of a file. Throws FILE_TOO_LARGE, FILE_UNREADABLE `{ reason }`. */
export async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > readLimit) throw new AppError('FILE_TOO_LARGE', { size });
      return Uint8Array.from(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_UNREADABLE', { reason: systemCode(error) ?? '' }, { cause: error });
  }
}
