#!/usr/bin/env node
import { underNode24 } from '../tools/node-guard.mjs';

underNode24(import.meta.url, async () => {
  const { runCli } = await import('../backend/cli/main.ts');
  process.exitCode = await runCli(process.argv.slice(2), process);
});
