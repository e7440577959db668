import type { library as arabic } from '../ar/library.ts';
import { isolate } from '../isolate.ts';
import type { Translation } from '../translation.ts';

export const library: Translation<typeof arabic> = {
  title: 'Library',
  articles: { zero: 'No articles', one: '{n} article', other: '{n} articles' },
  found: { zero: 'No results', one: '{n} result', other: '{n} results' },
  words: { zero: 'No words', one: '{n} word', other: '{n} words' },
  list: 'Articles, newest first',
  trashList: 'Articles in the trash',
  searchLabel: 'Search headlines and texts',
  searchPlaceholder: 'Search…',
  clearSearch: 'Clear the search',
  trash: 'Trash',
  backToLibrary: 'Back to the library',
  untitled: 'Untitled',
  emptyTitle: 'The library is empty',
  emptyHint: 'Start an article, or import pages copied from the web as text.',
  noResults: (query: string) => `Nothing found for “${isolate(query)}”`,
  noResultsHint: 'Try fewer words, or the beginning of a word followed by a star: gover*',
  emptyTrash: 'The trash is empty',
  emptyTrashHint: 'What you delete stays here until you restore it or delete it for good.',
  moveToTrash: 'Move to the trash',
  movedToTrash: (headline: string) => `Moved to the trash: ${isolate(headline)}`,
  restore: 'Restore',
  restored: (headline: string) => `Restored: ${isolate(headline)}`,
  destroy: 'Delete for good',
  destroyTitle: 'Delete this article for good?',
  destroyHint: (headline: string) =>
    `“${isolate(headline)}” will be deleted with all its earlier versions. This cannot be undone.`,
  destroyed: (headline: string) => `Deleted for good: ${isolate(headline)}`,
  actionsFor: (headline: string) => `Actions for ${isolate(headline)}`,
  loadingMore: 'Loading more',
};
