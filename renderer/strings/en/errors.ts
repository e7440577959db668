import type { FailureWording } from '../failure-wording.ts';
import { isolate } from '../isolate.ts';

export const errors: FailureWording = {
  NOT_FOUND: () => ({
    what: 'This article was not found',
    kept: 'It may have been deleted for good in another window. All other articles are untouched.',
    todo: 'Choose another article from the library.',
  }),
  CONFLICT: () => ({
    what: 'A newer version of this article was saved elsewhere',
    kept: 'Nothing was overwritten: both versions are kept.',
    todo: 'Compare them and choose what stays.',
  }),
  INVALID_INPUT: () => ({
    what: 'A field has a value that cannot be accepted',
    kept: 'What was saved before is unchanged.',
    todo: 'Correct the value and try again.',
  }),
  INVALID_DOCUMENT: () => ({
    what: 'The text contains something that cannot be saved',
    kept: 'The last saved version is safe and your text is still on screen.',
    todo: 'Undo the last change, or copy the text into a new article.',
  }),
  DOCUMENT_NEWER: () => ({
    what: 'This article was written with a newer version of Muharrir',
    kept: 'Nothing in it was changed.',
    todo: 'Update the program to open it.',
  }),
  LIBRARY_IN_USE: ({ holder }) => ({
    what: 'Another program has this library open',
    kept: 'Nothing in it was changed.',
    todo: holder
      ? `Close it there first (${isolate(String(holder))}), then try again.`
      : 'Close it there first, then try again.',
  }),
  LIBRARY_NEWER: () => ({
    what: 'This library was made by a newer version of Muharrir',
    kept: 'Nothing in it was changed.',
    todo: 'Update the program to open it.',
  }),
  ARTICLE_DAMAGED: ({ goodRevision }) => ({
    what: 'The text of this article is damaged on the disk',
    kept: 'Nothing in it was changed, and the other articles are sound.',
    todo:
      typeof goodRevision === 'number'
        ? 'A good revision of it is kept: restore it and go on from there.'
        : 'No good revision of it is left in the library: restore it from a backup.',
  }),
  LIBRARY_DAMAGED: () => ({
    what: 'The library file is damaged',
    kept: 'It was left exactly as it is.',
    todo: 'Restore it from a backup, or run muharrir check to see where the damage is.',
  }),
  LIBRARY_NOT_A_LIBRARY: () => ({
    what: 'This file is not a Muharrir library',
    kept: 'Nothing in it was changed.',
    todo: 'Choose another library file.',
  }),
  LIBRARY_UNREACHABLE: () => ({
    what: 'The library file cannot be reached',
    kept: 'What was saved before is still in its place.',
    todo: 'Check that the disk is connected and that you may read it, then try again.',
  }),
  READ_ONLY: () => ({
    what: 'The library is open for reading only',
    kept: 'Your text is still on screen but was not saved.',
    todo: 'Copy the library to a folder you can write to.',
  }),
  DISK_FULL: () => ({
    what: 'The disk is full',
    kept: 'What was saved before is safe; the last change is still on screen.',
    todo: 'Free some space; saving is tried again by itself.',
  }),
  FILE_NOT_TEXT: ({ fileName }) => ({
    what: `${file(fileName)} is not a text file`,
    kept: 'Nothing was imported from it.',
    todo: 'Save it as plain text (.txt) and import it again.',
  }),
  FILE_EMPTY: ({ fileName }) => ({
    what: `${file(fileName)} is empty`,
    kept: 'Nothing was imported from it.',
    todo: 'Check that it is the file you meant.',
  }),
  FILE_TOO_LARGE: ({ fileName }) => ({
    what: `${file(fileName)} is larger than 20 MB`,
    kept: 'Nothing was imported from it.',
    todo: 'Split it into smaller files.',
  }),
  FILE_UNREADABLE: ({ fileName }) => ({
    what: `${file(fileName)} could not be read`,
    kept: 'Nothing was imported from it.',
    todo: 'Check that the file exists and that you may read it.',
  }),
  FILE_UNSUPPORTED: ({ fileName }) => ({
    what: `${file(fileName)} is of a kind that is not supported yet`,
    kept: 'Nothing was imported from it.',
    todo: 'Save it as plain text (.txt) and import it again.',
  }),
  NO_ARTICLE_IN_FILE: ({ fileName }) => ({
    what: `No article was found in ${file(fileName)}`,
    kept: 'Nothing was imported from it.',
    todo: 'Check that the whole page was copied.',
  }),
  UNAUTHORIZED: () => ({
    what: 'This page is no longer valid',
    kept: 'Everything that was saved is kept.',
    todo: 'Open the address the program printed when it started.',
  }),
  CLOSING: () => ({
    what: 'The program is closing',
    kept: 'Everything that was saved is kept.',
    todo: 'Start it again to go on.',
  }),
  INTERNAL: () => ({
    what: 'Something unexpected went wrong',
    kept: 'What was saved before is kept.',
    todo: 'Try again; if it happens again, restart the program.',
  }),
  BACKEND_LOST: () => ({
    what: 'The connection to the library was lost',
    kept: 'What was saved is kept, and what you wrote since is still on screen.',
    todo: 'Reconnecting by itself.',
  }),
};

function file(name: unknown): string {
  return typeof name === 'string' && name !== '' ? `“${isolate(name)}”` : 'The file';
}
