import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeLibrary } from '../library.fixture.ts';
import { getAssetFile, maxAssetBytes, putAssetFile, resolveImage } from './assets.ts';
import { checkLibrary } from './check-library.ts';
import { png } from './image.fixture.ts';
import { sniffImage } from './sniff-image.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['image/png', png],
  ['image/jpeg', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
  ['image/gif', bytes('GIF89a\x01\0')],
  ['image/webp', bytes('RIFF\x24\0\0\0WEBPVP8 ')],
  ['image/avif', bytes('\0\0\0\x1cftypavif\0\0\0\0mif1miaf')],
  ['image/avif', bytes('\0\0\0\x1cftypmif1\0\0\0\0miafavif')],
  [undefined, bytes('\0\0\0\x14ftypheic\0\0\0\0mif1avif')],
  [undefined, bytes('\0\0\0\x1cftypmp42avif')],
  [undefined, bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  [undefined, bytes('RIFF\x24\0\0\0WAVE')],
  [undefined, bytes('GIF')],
  [undefined, Buffer.alloc(0)],
])('takes the first bytes for %s', (mediaType, content) => {
  expect(sniffImage(content)).toBe(mediaType);
});

test('stores an image once under its hash, whatever it says it is, and gives it back', async () => {
  const library = makeLibrary();
  const src = `asset:${hash('sha256', png)}`;
  for (const name of ['صورة.png', 'other.svg']) {
    const put = await putAssetFile(library, new File([png], name, { type: 'image/svg+xml' }));
    expect(put).toEqual({ src, mediaType: 'image/png', size: png.length });
  }
  expect(library.db.prepare('SELECT count(*) FROM assets').pluck().get()).toBe(1);
  const file = getAssetFile(library, src);
  expect([file.type, file.name.endsWith('.png')]).toEqual(['image/png', true]);
  expect(Buffer.from(await file.arrayBuffer()).equals(png)).toBe(true);
  expect(resolveImage(library, src)).toBe(`data:image/png;base64,${png.toString('base64')}`);
});

test('refuses what is no image, empty or too large', async () => {
  const library = makeLibrary();
  const put = (content: Uint8Array<ArrayBuffer>) =>
    putAssetFile(library, new File([content], 'صورة.png'));
  await expect(put(new TextEncoder().encode('<svg/>'))).rejects.toMatchObject({
    code: 'FILE_UNSUPPORTED',
  });
  await expect(put(new Uint8Array())).rejects.toMatchObject({ code: 'FILE_EMPTY' });
  await expect(put(new Uint8Array(maxAssetBytes + 1))).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
  });
});

test('gives nothing for an image that is not there, and leaves other addresses alone', () => {
  const library = makeLibrary();
  const missing = `asset:${'0'.repeat(64)}`;
  expect(() => getAssetFile(library, missing)).toThrow('NOT_FOUND');
  expect(() => getAssetFile(library, 'asset:../x')).toThrow('INVALID_INPUT');
  expect(
    [missing, 'https://example.org/a.png', ''].map((src) => resolveImage(library, src)),
  ).toEqual(['', 'https://example.org/a.png', '']);
});

test('keeps what a camera wrote into an image, and lets none of it out', async () => {
  const library = makeLibrary();
  const note = bytes('\xff\xfe\0\x0eGPS 33.5138N');
  const photo = Buffer.concat([bytes('\xff\xd8'), note, bytes('\xff\xd9')]);
  const { src } = await putAssetFile(library, new File([photo], 'صورة.jpg'));
  expect(await getAssetFile(library, src).bytes()).toEqual(new Uint8Array(photo));
  expect(resolveImage(library, src)).toBe(
    `data:image/jpeg;base64,${Buffer.from('ffd8ffd9', 'hex').toString('base64')}`,
  );
});

test('notices a changed image', async () => {
  const library = makeLibrary();
  const { src } = await putAssetFile(library, new File([png], 'صورة.png'));
  library.db.exec("UPDATE assets SET bytes = x'00'");
  expect(() => getAssetFile(library, src)).toThrow('LIBRARY_DAMAGED');
  expect((await checkLibrary(library)).ok).toBe(false);
});
