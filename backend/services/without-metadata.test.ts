import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutMetadata } from './without-metadata.ts';

const secret = 'GPS 33.5138N serial 12345';
const start = Buffer.from('ffd8', 'hex');
const frame = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1'));
const scan = Buffer.concat([
  segment(0xda, Buffer.from('010100003f00', 'hex')),
  Buffer.from('12ff00ffd034', 'hex'),
]);
const end = Buffer.from('ffd9', 'hex');

test('a JPEG loses what the camera and programs wrote, and keeps frame, colours and picture', () => {
  const jpeg = Buffer.concat([
    start,
    frame,
    segment(0xe1, exif(1)),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
    profile,
    segment(0xe2, Buffer.from(`MPF\0${secret}`)),
    segment(0xed, Buffer.from(secret)),
    segment(0xfe, Buffer.from(secret)),
    scan,
    segment(0xc4, Buffer.from('ffd9ffd9', 'hex')),
    scan,
    end,
    start,
    segment(0xe1, exif(1)),
    end,
  ]);
  expect(withoutMetadata(jpeg, 'image/jpeg')).toEqual(
    Buffer.concat([
      start,
      frame,
      profile,
      scan,
      segment(0xc4, Buffer.from('ffd9ffd9', 'hex')),
      scan,
      end,
    ]),
  );
});

test('a JPEG of a camera held sideways stays turned the right way', () => {
  const turned = withoutMetadata(
    Buffer.concat([start, segment(0xe1, exif(6)), scan, end]),
    'image/jpeg',
  );
  expect(turned.toString('latin1')).not.toContain(secret);
  const again = turned.subarray(6, 4 + turned.readUInt16BE(4));
  expect(again.toString('hex')).toBe(
    '4578696600004d4d002a00000008000101120003000000010006000000000000',
  );
  expect(withoutMetadata(turned, 'image/jpeg')).toEqual(turned);
});

test('a PNG loses its texts, its time and what follows its end', () => {
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const parts = [chunk('IHDR', 'x'), chunk('iCCP', 'y'), chunk('IDAT', 'z'), chunk('IEND', '')];
  const [head, ...rest] = parts;
  const notes = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].map((type) => chunk(type, secret));
  const png = Buffer.concat([
    signature,
    head ?? '',
    ...notes,
    ...rest,
    Buffer.from(secret),
  ] as Buffer[]);
  expect(withoutMetadata(png, 'image/png')).toEqual(Buffer.concat([signature, ...parts]));
});

test('a WebP loses its notes, and its header says so', () => {
  const make = (flags: number, ...more: Buffer[]) => {
    const chunks = [riffChunk('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0])), ...more];
    const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
    return riffChunk('RIFF', body);
  };
  const picture = riffChunk('VP8 ', Buffer.from('picture'));
  const full = make(
    0x2c,
    picture,
    riffChunk('EXIF', Buffer.from(secret)),
    riffChunk('XMP ', Buffer.from(secret)),
  );
  expect(withoutMetadata(full, 'image/webp')).toEqual(make(0x20, picture));
});

test('any bytes come back, never longer than they were but for an orientation, and a second time unchanged', () => {
  const beginnings = fc.constantFrom(
    start,
    Buffer.from('89504e470d0a1a0a', 'hex'),
    Buffer.from('RIFF\0\0\0\0WEBP'),
  );
  const kinds = fc.constantFrom('image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif');
  fc.assert(
    fc.property(beginnings, fc.uint8Array({ maxLength: 80 }), kinds, (beginning, tail, kind) => {
      const bytes = Buffer.concat([beginning, tail]);
      const once = withoutMetadata(bytes, kind);
      expect(once.length).toBeLessThanOrEqual(bytes.length + 36);
      expect(withoutMetadata(once, kind)).toEqual(once);
    }),
  );
});

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** Little-endian, as most cameras write it. */
function exif(orientation: number): Buffer {
  const hex =
    `49492a0008000000` +
    `0100` +
    `1201030001000000${orientation.toString(16).padStart(2, '0')}000000`;
  return Buffer.concat([
    Buffer.from('Exif\0\0'),
    Buffer.from(`${hex}00000000`, 'hex'),
    Buffer.from(secret),
  ]);
}

function chunk(type: string, text: string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(text.length);
  return Buffer.concat([head, Buffer.from(type + text), Buffer.from('sum4')]);
}

function riffChunk(type: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(type), size, data, Buffer.alloc(data.length % 2)]);
}
