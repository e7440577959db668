import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface DiskFloor {
  name: string;
  /** Writes 8 KB into a file that already has its size, and waits until they are on disk. */
  write: () => void;
  close: () => void;
}

/** What this machine needs at least to have 8 KB on disk, measured as SQLite's log does it: ever onwards in one file. */
export function openDiskFloor(folder: string): DiskFloor {
  const size = 8 * 1024;
  const places = 512;
  const file = openSync(join(folder, 'floor.bin'), 'w');
  writeSync(file, Buffer.alloc(size * places, 1));
  fsyncSync(file);
  const bytes = Buffer.alloc(size);
  let writes = 0;
  return {
    name: '8 KB write + fdatasync',
    write: () => {
      bytes.fill(writes & 0xff);
      writeSync(file, bytes, 0, size, (writes % places) * size);
      fdatasyncSync(file);
      writes += 1;
    },
    close: () => closeSync(file),
  };
}
