import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnnotationInput, NameValue } from '../../core/article/annotation.ts';
import type { DocumentNode } from '../../core/article/document.ts';
import { emptyEntityFields } from '../../core/directory/entity.ts';
import type { Library } from '../library.ts';
import { makeLibrary } from '../library.fixture.ts';
import { createArticle, openArticle, saveArticle } from './articles.ts';
import { createEntity, listDirectory, readEntity } from './entities.ts';
import {
  changeEntity,
  mergeEntities,
  removeEntity,
  splitEntity,
  undoChange,
} from './entity-changes.ts';
import { trashArticle } from './trash.ts';

const salma = 'سلمى الحمداني';

function nameValue(name: string, more: Partial<NameValue> = {}): NameValue {
  return { kind: 'name', name, nameKind: 'person', role: '', note: '', ...more };
}

/** A new article in which one name is confirmed, as `surface`. */
function articleWith(library: Library, value: NameValue, surface = value.name, chosen?: string) {
  const record: AnnotationInput = {
    id: library.newId(),
    value,
    state: 'accepted',
    origin: 'editor',
    ...(chosen === undefined ? {} : { entityId: chosen }),
  };
  const marks = [{ type: 'annotation', attrs: { id: record.id, kind: 'name' } }];
  const content: DocumentNode[] = [
    { type: 'text', text: 'قالت ' },
    { type: 'text', text: surface, marks },
  ];
  const { article } = createArticle(library, { fields: { headline: surface } });
  const saved = saveArticle(library, {
    id: article.id,
    baseRevision: 1,
    document: {
      schemaVersion: 1,
      doc: { type: 'doc', content: [{ type: 'paragraph', content }] },
    },
    records: [record],
  });
  return { id: article.id, record, saved, entityId: saved.annotations[0]?.entityId ?? '' };
}

const names = (library: Library, query = '') =>
  listDirectory(library, { query, kind: null, cursor: null, limit: 50 }).items.map(
    ({ name }) => name,
  );

test('a confirmed name makes an entry, and the same name in another article points to it', () => {
  const library = makeLibrary();
  const first = articleWith(library, nameValue(salma, { role: 'وزيرة الصحة' }));
  const second = articleWith(library, nameValue('سَلمى الحَمداني'), 'الحمداني');
  expect(second.entityId).toBe(first.entityId);
  const { entity, articles } = readEntity(library, first.entityId);
  expect(entity).toMatchObject({
    name: salma,
    kind: 'person',
    aliases: ['الحمداني'],
    titles: [{ title: 'وزيرة الصحة', from: null, until: null }],
    isAutomatic: true,
    articles: 2,
  });
  expect(articles.map(({ surfaces }) => surfaces)).toEqual([['الحمداني'], [salma]]);
  expect(openArticle(library, second.id).annotations[0]?.entityId).toBe(first.entityId);
  trashArticle(library, second.id);
  expect(readEntity(library, first.entityId).entity.articles).toBe(1);
});

test('a place of the same name is another entry, and what is only suggested is none', () => {
  const library = makeLibrary();
  const person = articleWith(library, nameValue('طرابلس'));
  const place = articleWith(library, nameValue('طرابلس', { nameKind: 'place' }));
  expect(place.entityId).not.toBe(person.entityId);
  const { article } = createArticle(library, { fields: {} });
  const record = { id: library.newId(), value: nameValue('نور'), origin: 'model' };
  saveArticle(library, {
    id: article.id,
    baseRevision: 1,
    records: [{ ...record, state: 'suggested' }],
  });
  expect(names(library)).toEqual(['طرابلس', 'طرابلس']);
});

test('a name that two entries are known by points to a new one, until an editor chooses', () => {
  const library = makeLibrary();
  const [first, second] = ['سلمى الحمداني', 'هدى الحمداني'].map((name) =>
    createEntity(library, { ...emptyEntityFields, name, kind: 'person', aliases: ['الحمداني'] }),
  );
  const open = articleWith(library, nameValue('الحمداني'));
  expect([first?.id, second?.id]).not.toContain(open.entityId);
  const { saved, record, id } = articleWith(library, nameValue('الحمداني'), 'الحمداني', second?.id);
  expect(saved.annotations[0]?.entityId).toBe(second?.id);
  // It stays when the record is written again without a choice.
  const again = saveArticle(library, {
    id,
    baseRevision: saved.article.revision,
    records: [{ ...record, entityId: undefined, value: { ...record.value, note: 'ملاحظة' } }],
  });
  expect(again.annotations[0]?.entityId).toBe(second?.id);
});

test('a name put right in its only article is the same entry put right; one taken back leaves none', () => {
  const library = makeLibrary();
  const { id, record, saved, entityId } = articleWith(library, nameValue('سلمى الحمدان'), 'سلمى');
  const renamed = saveArticle(library, {
    id,
    baseRevision: saved.article.revision,
    records: [{ ...record, value: nameValue(salma), state: 'edited' }],
  });
  expect(renamed.annotations[0]?.entityId).toBe(entityId);
  expect(names(library)).toEqual([salma]);
  saveArticle(library, {
    id,
    baseRevision: renamed.article.revision,
    document: { schemaVersion: 1, doc: { type: 'doc', content: [{ type: 'paragraph' }] } },
    removedRecords: [record.id],
  });
  expect(names(library)).toEqual([]);
});

test('finds entries by the beginning of any form, however it is written, page by page by name', () => {
  const library = makeLibrary();
  createEntity(library, {
    ...emptyEntityFields,
    name: 'أحمد الراوي',
    kind: 'person',
    aliases: ['أبو سالم'],
  });
  for (let index = 0; index < 30; index += 1)
    createEntity(library, {
      ...emptyEntityFields,
      name: `جهة ${String(index).padStart(2, '0')}`,
      kind: 'organisation',
    });
  expect(names(library, 'احمد')).toEqual(['أحمد الراوي']);
  expect(names(library, 'ابو س')).toEqual(['أحمد الراوي']);
  expect(names(library, '؟!')).toEqual([]);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = listDirectory(library, { query: '', kind: 'organisation', cursor, limit: 7 });
    expect(page.total).toBe(30);
    seen.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(
    Array.from({ length: 30 }, (_, index) => `جهة ${String(index).padStart(2, '0')}`),
  );
});

test('merged entries are one, with the forms and articles of both, and come apart again', () => {
  const library = makeLibrary();
  const first = articleWith(library, nameValue(salma));
  const second = articleWith(library, nameValue('أم يوسف', { role: 'مديرة المشفى' }));
  const before = [first, second].map(({ entityId }) => readEntity(library, entityId));
  const changeId = mergeEntities(library, second.entityId, first.entityId);
  expect(() => readEntity(library, second.entityId)).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  );
  const { entity, articles } = readEntity(library, first.entityId);
  expect(entity).toMatchObject({
    name: salma,
    aliases: ['أم يوسف'],
    titles: [{ title: 'مديرة المشفى' }],
    articles: 2,
  });
  expect(articles.map(({ articleId }) => articleId)).toEqual([second.id, first.id]);
  undoChange(library, changeId);
  expect([first, second].map(({ entityId }) => forget(readEntity(library, entityId)))).toEqual(
    before.map(forget),
  );
  expect(() => undoChange(library, changeId)).toThrow(
    expect.objectContaining({ code: 'CONFLICT' }),
  );
});

test('a split entry takes some forms and articles with it, and they come together again', () => {
  const library = makeLibrary();
  const first = articleWith(library, nameValue(salma), 'الحمداني');
  const second = articleWith(library, nameValue(salma));
  const before = readEntity(library, first.entityId);
  const { changeId, newId } = splitEntity(library, {
    id: first.entityId,
    fields: { ...emptyEntityFields, name: 'الحمداني', kind: 'person' },
    articleIds: [first.id],
  });
  expect(readEntity(library, newId).articles.map(({ articleId }) => articleId)).toEqual([first.id]);
  expect(readEntity(library, first.entityId)).toMatchObject({
    entity: { aliases: [] },
    articles: [{ articleId: second.id }],
  });
  undoChange(library, changeId);
  expect(forget(readEntity(library, first.entityId))).toEqual(forget(before));
  expect(names(library)).toEqual([salma]);
});

test('an entry changed again is not brought back over the later change', () => {
  const library = makeLibrary();
  const { entityId } = articleWith(library, nameValue(salma));
  const changeId = changeEntity(library, { id: entityId, version: 1, fields: { country: 'SY' } });
  changeEntity(library, { id: entityId, version: 2, fields: { note: 'تُراجع' } });
  expect(() => undoChange(library, changeId)).toThrow(
    expect.objectContaining({ code: 'CONFLICT' }),
  );
  expect(() =>
    changeEntity(library, { id: entityId, version: 1, fields: { country: null } }),
  ).toThrow(expect.objectContaining({ code: 'CONFLICT', details: { version: 3 } }));
});

test('whatever is done to the directory can be taken back, last first', () => {
  const step = fc.record({
    action: fc.constantFrom('change', 'merge', 'split', 'remove'),
    first: fc.nat(20),
    second: fc.nat(20),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const library = makeLibrary();
      for (const name of ['سلمى', 'هدى', 'نور']) articleWith(library, nameValue(name));
      articleWith(library, nameValue('سلمى'));
      const state = () =>
        listDirectory(library, { query: '', kind: null, cursor: null, limit: 200 })
          .items.map(({ id }) => forget(readEntity(library, id)))
          .toSorted((a, b) => (a.entity.id < b.entity.id ? -1 : 1));
      const done: { changeId: string; before: unknown }[] = [];
      for (const { action, first, second } of steps) {
        const before = state();
        const one = before[first % before.length]?.entity;
        const other = before[second % before.length]?.entity;
        if (one === undefined || other === undefined) break;
        const { version } = readEntity(library, one.id).entity;
        if (action === 'merge' && one.id === other.id) continue;
        let changeId: string;
        if (action === 'change') {
          const fields = { note: `ملاحظة ${second}` };
          changeId = changeEntity(library, { id: one.id, version, fields });
        } else if (action === 'merge') changeId = mergeEntities(library, one.id, other.id);
        else if (action === 'remove') changeId = removeEntity(library, one.id);
        else {
          const { articles } = readEntity(library, one.id);
          ({ changeId } = splitEntity(library, {
            id: one.id,
            fields: { ...emptyEntityFields, name: `جديد ${second}`, kind: 'person' },
            articleIds: articles.slice(1).map(({ articleId }) => articleId),
          }));
        }
        done.push({ changeId, before });
      }
      for (const { changeId, before } of done.toReversed()) {
        undoChange(library, changeId);
        expect(state()).toEqual(before);
      }
    }),
    { numRuns: 25 },
  );
});

/** An entry and its articles without what counts its changes. */
function forget({ entity, articles }: ReturnType<typeof readEntity>) {
  const { version: _version, updatedAt: _updatedAt, ...rest } = entity;
  return { entity: rest, articles };
}
