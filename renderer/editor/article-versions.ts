import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { migrateDocument } from '../../core/article/document-migrations.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import type { Client } from '../api/client.ts';
import { withoutUnknownAnnotations } from './annotation-marks.ts';
import type { AnnotationRecords } from './annotation-records.ts';
import type { ArticleSession, ArticleSessionState, OpenArticle, Undo } from './article-session.ts';
import { fieldsOf } from './article-writer.ts';
import type { ArticleWriter } from './article-writer.ts';
import type { Autosave } from './autosave.ts';
import { keepAsNewArticle } from './conflict-copy.ts';

export interface VersionParts {
  client: Client;
  editor: Editor;
  records: AnnotationRecords;
  writer: ArticleWriter;
  autosave: Autosave<OpenArticle>;
  session: Pick<ArticleSession, 'id' | 'document' | 'getSnapshot' | 'setFields'>;
  /** What is shown of the article is that of another version now. */
  onTaken: (shown: Pick<ArticleSessionState, 'article' | 'imported'>) => void;
}

/** Puts another version of the open article in place of the one on the page: an earlier one, or somebody else's. */
export class ArticleVersions {
  readonly #parts: VersionParts;

  constructor(parts: VersionParts) {
    this.#parts = parts;
  }

  /** Brings back an earlier version as an edit of its own. Throws what the client throws. */
  async restore(revision: number): Promise<Undo> {
    const { client, editor, session } = this.#parts;
    const version = await client.articles.revision({ id: session.id, revision });
    const before = { doc: editor.state.doc, fields: fieldsOf(session.getSnapshot().article) };
    this.#replaceDocument(this.#read(version.document));
    session.setFields(version.fields);
    return () => {
      this.#replaceDocument(before.doc);
      session.setFields(before.fields);
    };
  }

  /** Ends a conflict. `copy`: the id of the article that this page's version was kept as. */
  async resolve(choice: 'mine' | 'theirs' | 'copy'): Promise<string | undefined> {
    const { autosave, writer, records, editor } = this.#parts;
    if (autosave.state.kind !== 'conflict') return undefined;
    const { theirs } = autosave.state;
    const copy = choice === 'copy' ? await this.#keepMine() : undefined;
    if (choice === 'mine') {
      records.keepOver(theirs.annotations);
      writer.rebase(theirs.article, undefined);
      autosave.settle(theirs.article.updatedAt, true);
      void autosave.flush();
      return undefined;
    }
    records.reset(theirs.annotations);
    this.#replaceDocument(this.#read(theirs.document));
    writer.rebase(theirs.article, editor.state.doc);
    autosave.settle(theirs.article.updatedAt, false);
    this.#parts.onTaken({ article: theirs.article, imported: theirs.imported });
    return copy;
  }

  #keepMine(): Promise<string> {
    const { client, session } = this.#parts;
    const { article, annotations } = session.getSnapshot();
    return keepAsNewArticle(client, {
      fields: fieldsOf(article),
      document: session.document(),
      annotations,
    });
  }

  #read(document: ArticleDocument): Node {
    const { editor, records } = this.#parts;
    const node = editor.schema.nodeFromJSON(migrateDocument(document).doc);
    return withoutUnknownAnnotations(node, (id) => records.isKnown(id));
  }

  #replaceDocument(doc: Node): void {
    const { state, view } = this.#parts.editor;
    view.dispatch(closeHistory(state.tr).replaceWith(0, state.doc.content.size, doc.content));
  }
}
