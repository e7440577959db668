// Stands in for Electron's own default_app: opens the program in the folder named on the command line.
// Electron holds back the `ready` event until this module and what it awaits has run, so the program can still
// register its protocol.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// `-r FILE` loads a CommonJS file first, as in Electron's own; test runners reach the program that way, and may take
// their own arguments out of process.argv.
const { required } = read(process.argv.slice(1));
for (const file of required) createRequire(import.meta.url)(resolve(file));

const { folder } = read(process.argv.slice(1));
if (folder === undefined) {
  process.stderr.write('electron: name the folder of the program to open.\n');
  app.exit(1);
} else {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(folder);
  process.defaultApp = true;
  await import(pathToFileURL(join(folder, manifest.main)).href);
}

function read(args) {
  const files = [];
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '-r' || args[index] === '--require') files.push(args[(index += 1)]);
    else if (!args[index].startsWith('-')) return { required: files, folder: resolve(args[index]) };
  }
  return { required: files, folder: undefined };
}
