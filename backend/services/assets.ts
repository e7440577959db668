import { hash } from 'node:crypto';
import { AppError } from '../../core/errors.ts';
import { getAsset, putAsset } from '../database/assets.ts';
import { writeTransaction } from '../database/statement.ts';
import type { Library } from '../library.ts';
import { sniffImage } from './sniff-image.ts';
import { withoutMetadata } from './without-metadata.ts';

export const maxAssetBytes = 20 * 1024 * 1024;

/** Stores an image. Throws FILE_EMPTY, FILE_TOO_LARGE, FILE_UNSUPPORTED, each with `fileName`. */
export async function putAssetFile(
  library: Library,
  file: File,
): Promise<{ src: string; mediaType: string; size: number }> {
  if (file.size > maxAssetBytes) {
    throw new AppError('FILE_TOO_LARGE', {
      fileName: file.name,
      size: file.size,
      limit: maxAssetBytes,
    });
  }
  const bytes = Buffer.from(await file.arrayBuffer());
  if (bytes.length === 0) throw new AppError('FILE_EMPTY', { fileName: file.name });
  const stored = writeTransaction(library.db, () => storeImage(library, bytes));
  if (stored === undefined) throw new AppError('FILE_UNSUPPORTED', { fileName: file.name });
  return stored;
}

/** The image of `asset:<sha256>`. Throws INVALID_INPUT, NOT_FOUND, LIBRARY_DAMAGED. */
export function getAssetFile(library: Library, src: string): File {
  const { bytes, mediaType, name } = readAsset(library, src);
  return new File([new Uint8Array(bytes)], name, { type: mediaType });
}

/**
 * The image as a `data:` URI that may leave the library, without what the camera wrote into it; empty for an asset that
 * is not there; other addresses unchanged.
 */
export function resolveImage(library: Library, src: string): string {
  if (!src.startsWith('asset:')) return src;
  try {
    const { bytes, mediaType } = readAsset(library, src);
    return `data:${mediaType};base64,${withoutMetadata(bytes, mediaType).toString('base64')}`;
  } catch (error) {
    if (error instanceof AppError) return '';
    throw error;
  }
}

/** Stores the image inside a write transaction; undefined for bytes that are none or too many. */
export function storeImage(
  { db }: Library,
  bytes: Buffer,
): { src: string; mediaType: string; size: number } | undefined {
  const mediaType = sniffImage(bytes);
  if (mediaType === undefined || bytes.length > maxAssetBytes) return undefined;
  const sha256 = hash('sha256', bytes, 'buffer');
  putAsset(db, { sha256, mediaType, size: bytes.length, bytes });
  return { src: `asset:${sha256.toString('hex')}`, mediaType, size: bytes.length };
}

function readAsset(
  { db }: Library,
  src: string,
): { bytes: Buffer; mediaType: string; name: string } {
  const hex = /^asset:([0-9a-f]{64})$/.exec(src)?.[1];
  if (hex === undefined) throw new AppError('INVALID_INPUT', { field: 'src' });
  const asset = getAsset(db, Buffer.from(hex, 'hex'));
  if (asset === undefined) throw new AppError('NOT_FOUND', { src });
  if (!hash('sha256', asset.bytes, 'buffer').equals(asset.sha256))
    throw new AppError('LIBRARY_DAMAGED', { src });
  const extension = asset.mediaType.slice('image/'.length).replace('jpeg', 'jpg');
  return {
    bytes: asset.bytes,
    mediaType: asset.mediaType,
    name: `${hex.slice(0, 12)}.${extension}`,
  };
}
