import { implement } from '@orpc/server';
import { contract } from '../../core/contract.ts';
import { Extractor } from '../extraction/extractor.ts';
import type { Library } from '../library.ts';
import { createArticle, openArticle, saveArticle } from './articles.ts';
import { getAssetFile, putAssetFile } from './assets.ts';
import { checkLibrary } from './check-library.ts';
import { createEntity, listDirectory, readEntity } from './entities.ts';
import {
  changeEntity,
  mergeEntities,
  removeEntity,
  splitEntity,
  undoChange,
} from './entity-changes.ts';
import { renderExport } from './exports.ts';
import { decideSuggestions, findInText } from './extraction.ts';
import { createImport, readImport } from './imports.ts';
import { readStatus } from './library-status.ts';
import { listPage } from './list-articles.ts';
import { toContractError } from './map-errors.ts';
import { listRevisions, readRevision } from './revisions.ts';
import { getSettings, setSettings } from './settings.ts';
import { destroyArticle, restoreArticle, trashArticle } from './trash.ts';

/** The contract over one library, for all doors. Every failure is one of the contract's errors. */
export function createRouter(library: Library) {
  const extractor = new Extractor();
  library.whenClosed(() => void extractor.close());
  // In front of the checks of input and output, so that their failures too become the contract's errors.
  const os = implement(contract).use(async ({ next }) => {
    try {
      const leave = library.enter();
      try {
        return await next();
      } finally {
        leave();
      }
    } catch (error) {
      const failure = toContractError(error);
      if (failure.code === 'LIBRARY_DAMAGED') library.mistrust();
      throw failure;
    }
  });

  return os.router({
    library: {
      status: os.library.status.handler(() => readStatus(library)),
      check: os.library.check.handler(() => checkLibrary(library)),
    },
    articles: {
      list: os.articles.list.handler(({ input }) => listPage(library, input)),
      create: os.articles.create.handler(({ input }) => createArticle(library, input)),
      open: os.articles.open.handler(({ input }) => openArticle(library, input.id)),
      save: os.articles.save.handler(({ input }) => saveArticle(library, input)),
      trash: os.articles.trash.handler(({ input }) => trashArticle(library, input.id)),
      restore: os.articles.restore.handler(({ input }) => restoreArticle(library, input.id)),
      destroy: os.articles.destroy.handler(({ input }) => destroyArticle(library, input.id)),
      revisions: os.articles.revisions.handler(({ input }) => listRevisions(library, input)),
      revision: os.articles.revision.handler(({ input }) => readRevision(library, input)),
    },
    extraction: {
      find: os.extraction.find.handler(({ input }) => findInText(library, extractor, input)),
      decide: os.extraction.decide.handler(({ input }) => ({
        rejected: decideSuggestions(library, input),
      })),
    },
    entities: {
      list: os.entities.list.handler(({ input }) => listDirectory(library, input)),
      read: os.entities.read.handler(({ input }) => readEntity(library, input.id)),
      create: os.entities.create.handler(({ input }) => createEntity(library, input)),
      change: os.entities.change.handler(({ input }) => ({
        changeId: changeEntity(library, input),
      })),
      merge: os.entities.merge.handler(({ input }) => ({
        changeId: mergeEntities(library, input.from, input.into),
      })),
      split: os.entities.split.handler(({ input }) => splitEntity(library, input)),
      remove: os.entities.remove.handler(({ input }) => ({
        changeId: removeEntity(library, input.id),
      })),
      undo: os.entities.undo.handler(({ input }) => {
        undoChange(library, input.changeId);
        return input;
      }),
    },
    imports: {
      create: os.imports.create.handler(({ input }) => createImport(library, input)),
      report: os.imports.report.handler(({ input }) => readImport(library, input.articleId)),
    },
    exports: {
      render: os.exports.render.handler(({ input }) => renderExport(library, input)),
    },
    assets: {
      put: os.assets.put.handler(({ input }) => putAssetFile(library, input.file)),
      get: os.assets.get.handler(({ input }) => getAssetFile(library, input.src)),
    },
    settings: {
      get: os.settings.get.handler(() => getSettings(library)),
      set: os.settings.set.handler(({ input }) => setSettings(library, input)),
    },
  });
}
