import { underNode24 } from './node-guard.mjs';

underNode24(import.meta.url, async () => {
  await (await import('../bench/quality/eval.ts')).evaluate();
});
