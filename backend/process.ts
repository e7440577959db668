import { parseArgs } from 'node:util';
import type { ParentPort } from './serve-parent-port.ts';
import { serveParentPort } from './serve-parent-port.ts';

/**
 * Entry of the desktop's backend: an Electron utility process, started with `--library <path> --door desktop`, and with
 * `--copy-of <path>` where the library is a copy of one that cannot be written.
 */
const { values } = parseArgs({
  options: {
    library: { type: 'string' },
    door: { type: 'string' },
    'copy-of': { type: 'string' },
  },
  strict: false,
});

// Electron adds it to the process; its types would bring Electron in here.
const { parentPort } = process as unknown as { parentPort: ParentPort };

const copyOf = values['copy-of'];
serveParentPort(
  parentPort,
  { path: String(values.library ?? ''), ...(typeof copyOf === 'string' && { copyOf }) },
  (code) => process.exit(code),
);
