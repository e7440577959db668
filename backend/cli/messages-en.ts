import type { Messages } from './messages.ts';
import { detail } from './printable.ts';

const common = `Every command takes
  --library FILE   the library to use (default: the one the window uses)
  --json           one JSON document on standard output, errors included
  --lang ar|en     language of the messages`;

export const english: Messages = {
  errors: {
    NOT_FOUND: () => 'there is no such article; "muharrir list" shows what there is',
    CONFLICT: () => 'it was changed elsewhere meanwhile; nothing was overwritten, try again',
    INVALID_INPUT: (details) =>
      `what was given cannot be used${because(detail(details, 'reason', detail(details, 'field')))}; see "muharrir help"`,
    INVALID_DOCUMENT: () => 'the document is not one Muharrir can keep; nothing was changed',
    DOCUMENT_NEWER: () => 'it was written by a newer Muharrir; update the program to open it',
    LIBRARY_IN_USE: (details) =>
      `the library is open in ${holder(detail(details, 'door'))}${pid(detail(details, 'pid'))}; close that first, or choose another with --library`,
    LIBRARY_NEWER: () =>
      'the library was written by a newer Muharrir; update the program. Nothing was changed',
    ARTICLE_DAMAGED: () =>
      'the article is damaged on disk; open it in the program to restore its last good revision',
    LIBRARY_DAMAGED: () =>
      'the library is damaged; "muharrir check" says where. Work on a copy, or restore a backup',
    LIBRARY_NOT_A_LIBRARY: () =>
      'the file is not a Muharrir library; choose another with --library. Nothing was changed',
    LIBRARY_UNREACHABLE: () =>
      'the library cannot be opened; check that its folder is there and may be read and written',
    READ_ONLY: () =>
      'the library cannot be written; copy it to a folder of your own and name the copy with --library',
    DISK_FULL: () => 'the disk is full; make room and try again. What was saved before is safe',
    FILE_NOT_TEXT: () => 'it is not a text; save the article as plain text (.txt) and import that',
    FILE_EMPTY: () => 'the file is empty; there is nothing to import',
    FILE_TOO_LARGE: () => 'the file is over 20 MB; split it and import the parts',
    FILE_UNREADABLE: () => 'the file cannot be read; check its permissions',
    FILE_UNSUPPORTED: () => 'files of this kind cannot be imported; save it as .txt, .html or .md',
    NO_ARTICLE_IN_FILE: () => 'no article was found in it, only page furniture or blank lines',
    UNAUTHORIZED: () => 'the address is not valid any more; start again with "muharrir serve"',
    CLOSING: () => 'the library is closing; try again in a moment',
    INTERNAL: () => 'something went wrong inside Muharrir; nothing half-done was kept',
  },
  statuses: {
    draft: 'draft',
    editing: 'editing',
    review: 'in review',
    ready: 'ready',
    published: 'published',
  },
  help: {
    overview: `Muharrir: edit, check and export Arabic news.

  muharrir import FILE|FOLDER...   bring in scraped texts
  muharrir list                    articles, newest change first
  muharrir show ID                 one article
  muharrir export ID...|--all      HTML or Markdown
  muharrir extract [FILE...]       find names, dates and statements in a text
  muharrir check                   verify the library and every revision
  muharrir serve                   open the application for a browser
  muharrir help COMMAND            more on one of these
  muharrir --version

${common}

An ID may be shortened to its first characters, at least 8, while only one article begins so.

Exit codes
  0    done
  1    something failed; the rest was done
  2    wrong usage; nothing was changed
  3    the library is in use, newer than the program, read-only or out of reach
  4    "check" found problems, or the library is damaged
  130  interrupted; what was reported as done is done`,
    import: `muharrir import FILE|FOLDER... [--published DATE] [--again]

Brings in texts. A folder gives all its .txt, .md and .html files at any depth, hidden ones excepted.
A file that fails is named and the rest goes on. The same bytes a second time are not imported again.

  --published DATE  day of publication of all of them, as 2026-01-28
  --again           import even what is there already

${common}

JSON: { "imported": [{ "file", "articleId", "headline", "removed", "joined", "proposed" }],
        "duplicates": [{ "file", "articleId", "headline" }],
        "failed": [{ "file", "code", "message" }], "interrupted": true|false, "left": number }`,
    list: `muharrir list [--query TEXT] [--limit N] [--trash]

Articles, newest change first, a line each: id, changed, status, words, headline; tabs between.

  --query TEXT   those that hold every word; "quoted" for a phrase, word* for a beginning
  --limit N      at most so many (50)
  --trash        those in the trash

${common}

JSON: { "total": number, "articles": [{ "id", "headline", "status", "wordCount", "updatedAt", ... }] }`,
    show: `muharrir show ID [--format text|markdown|html]

${common}

JSON: { "article": { ... }, "annotations": [ ... ], "format", "text" }`,
    export: `muharrir export ID...|--all --format html|html-fragment|markdown --out FOLDER

Writes a file for each article, named after its headline. Nothing is ever overwritten: a taken name
becomes "name (2)".

  --format   html: a whole page; html-fragment: its body alone; markdown
  --out, -o  the folder, made where it is missing; "-" for standard output (one article)

${common}

JSON: { "exported": [{ "id", "headline", "file" }], "failed": [{ "id", "headline", "code", "message" }],
        "interrupted": true|false, "left": number }
      with --out -: { "id", "fileName", "mediaType", "text" }`,
    extract: `muharrir extract [FILE...] [--published DATE] [--jsonl]

Finds names, dates and statements in a text as it stands; opens no library. Without files, standard input
is read.

  --published  the day of publication, which relative dates are counted from
  --jsonl      each line of standard input is { "id", "text", "published" }, each gets a line of answer

${common}

JSON: { "file", "names": [{ "start", "end", "surface", "kind", "entity", "confidence" }],
        "dates": [{ "start", "end", "surface", "value", "until", "mod", "grain", "type", "readings",
        "confidence" }], "statements": [{ "cue", "content", "speaker", "direct", "carried", "medium",
        "confidence" }] }, a list of these for several files; with --jsonl "id" in place of "file".
      Offsets are UTF-16 units into the text, the end exclusive.`,
    check: `muharrir check

Reads every page, document and chain of revisions of the library. Changes nothing.

${common}

JSON: { "ok": true|false, "articles": number, "revisions": number,
        "problems": [{ "articleId": string|null, "problem" }] }`,
    serve: `muharrir serve [--port N]

Serves the application to browsers of this machine, and of this machine only, until Ctrl+C. Prints the
address, which holds a secret of this start: whoever has it can read and write the library.

  --port N   a port of your choice (default: a free one)

${common}

JSON, once, when it is ready: { "url", "library" }`,
    help: `muharrir help [COMMAND]`,
  },

  unknownCommand: (name) => `${name}: there is no such command; see "muharrir help"`,
  unknownOption: (option, command) =>
    command === undefined
      ? `${option}: there is no such option; see "muharrir help"`
      : `${option}: not an option of this command; see "muharrir help ${command}"`,
  unknownLanguage: (value) => `--lang: "${value}" is not known; write ar or en`,
  optionNeedsValue: (option) => `${option}: needs a value after it`,
  optionTakesNoValue: (option) => `${option}: takes no value`,
  unexpectedOperand: (operand, command) =>
    `${operand}: not expected here; see "muharrir help ${command}"`,
  badDate: (option, value) =>
    `${option}: "${value}" is not a date; write it as 2026-01-28, 2026-01 or 2026`,
  badDay: (option, value) =>
    `${option}: "${value}" is not a day; relative dates need one, as 2026-01-28`,
  badLine: (line) =>
    `line ${line}: not a JSON object with a "text", and "published" as 2026-01-28 where it is given`,
  badNumber: (option, value, min, max) =>
    `${option}: "${value}" is not a number from ${min} to ${max}`,
  badChoice: (option, value, choices) =>
    `${option}: "${value}" is not known; choose from ${choices.join(', ')}`,
  tooLong: (option, max) => `${option}: longer than ${max} characters; shorten it`,
  badId: (value) =>
    `${value}: not an article's id; give it whole or its first 8 characters or more, as "muharrir list" shows it`,
  ambiguousId: (value, ids) =>
    `${value}: several articles begin so (${ids.join(', ')}); give more of the id`,
  noSuchArticle: (id) => `${id}: there is no such article; "muharrir list" shows what there is`,
  nothingToImport: 'import: name the files or folders to import',
  showNeedsId: 'show: name one article by its id, as "muharrir list" shows it',
  exportNeedsIds: 'export: name articles by their ids, or all of them with --all',
  exportNeedsFormat: (formats) => `export: say which format with --format ${formats.join('|')}`,
  exportNeedsOut: 'export: say where with --out FOLDER, or --out - for standard output',
  standardOutputTakesOne: '--out: "-" takes one article; name a folder for several',
  badOutputFolder: (folder) => `${folder}: not a folder that can be used; name another with --out`,
  cannotWrite: (folder, reason) => `cannot be written to ${folder} (${reason})`,

  noLibrary: (path) =>
    `${path}: there is no library yet; import something first, or name another with --library`,
  readOnlyCopy: (original) => `${original}: cannot be written; a copy of it is read instead`,
  notBuilt: 'serve: the application is not built yet; run "npm start" once',
  portTaken: (port) => `--port: ${port} is taken; choose another, or leave it out for a free one`,
  portRefused: (port) =>
    `--port: ${port} may not be used here; choose another, or leave it out for a free one`,

  fileMissing: 'there is no such file or folder',
  fileUnreadable: 'it cannot be read; check its permissions',
  folderEmpty: 'nothing to import in this folder (.txt, .md, .html)',
  untitled: '(no headline)',
  imported: ({ id, headline, removed, joined, proposed }) =>
    `imported      ${id}  ${headline}  (removed ${removed}, joined ${joined}, proposed ${proposed})`,
  duplicate: ({ id, headline, file }) =>
    `already here  ${id}  ${headline}  (${file}; --again imports it once more)`,
  importSummary: ({ imported, duplicates, failed, left }) =>
    [
      `imported ${imported}`,
      duplicates > 0 ? `already here ${duplicates}` : '',
      failed > 0 ? `failed ${failed}` : '',
      left > 0 ? `stopped, not reached ${left}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  exportSummary: ({ exported, failed, left, folder }) =>
    [
      `exported ${exported} to ${folder}`,
      failed > 0 ? `failed ${failed}` : '',
      left > 0 ? `stopped, not reached ${left}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  extracted: {
    names: 'Names',
    dates: 'Dates',
    statements: 'Statements',
    nobody: '(nobody named)',
    kinds: { person: 'person', organisation: 'organisation', place: 'place', other: 'other' },
  },
  listSummary: (shown, total) => `${shown} of ${total}; --limit shows more`,
  emptyList: 'nothing found',
  words: (count) => `${count} words`,
  checkPassed: (articles, revisions) =>
    `everything is in order: articles ${articles}, revisions ${revisions}`,
  checkFailed: (problems) =>
    `problems found: ${problems}. Nothing was changed; work on a copy, or restore a backup`,
  serving: (url) => `Muharrir is open at ${url}`,
  servingHint: 'Open the whole address in a browser of this machine. Ctrl+C closes it.',
  stopping: 'closing…',
};

function because(reason: string): string {
  return reason === '' ? '' : ` (${reason})`;
}

function holder(door: string): string {
  switch (door) {
    case 'desktop':
      return "Muharrir's window";
    case 'browser':
      return "Muharrir's browser door";
    case 'cli':
      return 'another muharrir command';
    default:
      return 'another program';
  }
}

function pid(value: string): string {
  return value === '' ? '' : ` (process ${value})`;
}
