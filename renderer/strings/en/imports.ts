import type { imports as arabic } from '../ar/imports.ts';
import { isolate } from '../isolate.ts';
import type { Translation } from '../translation.ts';

export const imports: Translation<typeof arabic> = {
  title: 'Import articles',
  dropHere: 'Drop the files to import them',
  dropHint: 'Text files (.txt) or a whole folder, up to 20 MB a file',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  intro:
    'Drop files or a folder anywhere on the window, or choose them here. The headline is separated from the text and what does not belong to the article is left out; all of it is listed and can be undone.',
  publishedOn: 'Publication date of all files',
  publishedOnHint: 'Optional. Leave it empty if it is not known.',
  files: { zero: 'No files', one: '{n} file', other: '{n} files' },
  progress: (done: string, total: string) => `${done} of ${total}`,
  importing: (name: string) => `Importing ${isolate(name)}`,
  stop: 'Stop',
  stopping: 'Stopping after this file…',
  finished: 'Import finished',
  stopped: 'Import stopped',
  created: { zero: 'No new articles', one: '{n} new article', other: '{n} new articles' },
  duplicates: {
    zero: 'No duplicates',
    one: '{n} file imported before',
    other: '{n} files imported before',
  },
  failures: { zero: 'No failures', one: '{n} file not imported', other: '{n} files not imported' },
  skipped: { zero: 'None skipped', one: '{n} file not reached', other: '{n} files not reached' },
  removed: { zero: 'nothing removed', one: '{n} part removed', other: '{n} parts removed' },
  joined: { zero: 'nothing joined', one: '{n} paragraph joined', other: '{n} paragraphs joined' },
  proposed: {
    zero: 'no corrections proposed',
    one: '{n} correction proposed',
    other: '{n} corrections proposed',
  },
  open: 'Open',
  openExisting: 'Open existing',
  importAgain: 'Import again',
  tryAgain: 'Try again',
  waiting: 'Waiting',
  running: 'Importing now',
  duplicate: 'This file was imported before',
  untitled: 'Untitled',
  nothingToImport: 'There are no text files in what was dropped',
  clear: 'Clear the list',
  list: 'Files',
};
