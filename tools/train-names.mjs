import { underNode24 } from './node-guard.mjs';

underNode24(import.meta.url, async () => {
  const { trainNames } = await import('./train-names/train-names.ts');
  trainNames(process.argv.slice(2));
});
