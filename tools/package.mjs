import { underNode24 } from './node-guard.mjs';

underNode24(import.meta.url, async () => {
  await (await import('./package.ts')).packageCommand();
});
