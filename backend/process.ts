import { parseArgs } from 'node:util';
import type { ParentPort } from './serve-parent-port.ts';
import { serveParentPort } from './serve-parent-port.ts';

/** Entry of the desktop's backend: an Electron utility process, started with `--library <path> --door desktop`. */
const { values } = parseArgs({
  options: { library: { type: 'string' }, door: { type: 'string' } },
  strict: false,
});

// Electron adds it to the process; its types would bring Electron in here.
const { parentPort } = process as unknown as { parentPort: ParentPort };

serveParentPort(parentPort, String(values.library ?? ''), (code) => process.exit(code));
