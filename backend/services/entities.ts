import type { NameValue } from '../../core/article/annotation.ts';
import type { DirectoryEntity, EntityArticle, EntityFields } from '../../core/directory/entity.ts';
import { emptyEntityFields } from '../../core/directory/entity.ts';
import { entityForms, isFormOfName, toForm } from '../../core/directory/entity-forms.ts';
import { AppError } from '../../core/errors.ts';
import {
  countArticles,
  countEntities,
  deleteEntity,
  findEntities,
  getEntity,
  getEntityByKey,
  getPointer,
  listEntities,
  listEntityArticles,
  listPointers,
  matchEntity,
  putEntity,
  setPointer,
} from '../database/entities.ts';
import type { Pointer, StoredEntity } from '../database/entities.ts';
import { readTransaction, writeTransaction } from '../database/statement.ts';
import type { Library } from '../library.ts';
import { findEntity } from './entity-changes.ts';

export interface EntityPage {
  items: DirectoryEntity[];
  nextCursor: string | null;
  total: number;
}

/** By name. With a `query`, those one of whose forms begins with it; those come on one page. */
export function listDirectory(
  library: Library,
  input: { query: string; kind: EntityFields['kind'] | null; cursor: string | null; limit: number },
): EntityPage {
  const { db } = library;
  return readTransaction(db, () => {
    const form = toForm(input.query);
    if (input.query.trim() !== '') {
      const all = form === '' ? [] : findEntities(db, { form, isPrefix: true, kind: input.kind });
      const items = all.slice(0, input.limit);
      return { items: withCounts(library, items), nextCursor: null, total: all.length };
    }
    const after = input.cursor === null ? null : readCursor(library, input.cursor);
    const found = listEntities(db, { kind: input.kind, after, limit: input.limit + 1 });
    const items = found.slice(0, input.limit);
    return {
      items: withCounts(library, items),
      nextCursor: found.length > items.length ? (items.at(-1)?.id ?? null) : null,
      total: countEntities(db, input.kind),
    };
  });
}

/** Throws NOT_FOUND. */
export function readEntity(
  library: Library,
  id: string,
): { entity: DirectoryEntity; articles: EntityArticle[] } {
  return readTransaction(library.db, () => {
    const stored = findEntity(library, id);
    const [entity] = withCounts(library, [stored]);
    if (entity === undefined) throw new AppError('NOT_FOUND', { entityId: id });
    return { entity, articles: listEntityArticles(library.db, stored.key) };
  });
}

export function createEntity(library: Library, fields: EntityFields): DirectoryEntity {
  const id = writeTransaction(library.db, () => make(library, fields, false));
  return readEntity(library, id).entity;
}

/**
 * Has a confirmed name point to its entity, inside a write transaction: the one that was chosen, the one it points to,
 * the only one known by the name, or a new one. Shorter and longer forms by which the text calls it become known.
 */
export function pointName(
  library: Library,
  pointer: Pointer,
  value: NameValue,
  { chosen, surfaces }: { chosen?: string | null | undefined; surfaces: readonly string[] },
): void {
  const { db } = library;
  if (toForm(value.name) === '') return;
  const former = getPointer(db, pointer);
  const entity = chooseEntity(library, former, value, chosen);
  if (entity.key !== former) {
    setPointer(db, pointer, entity.key);
    if (former !== null) dropIfUnused(library, former);
  }
  learn(library, entity, value, surfaces);
}

/** After a name is gone or points elsewhere: what the program made for it alone goes with it. */
export function dropIfUnused({ db }: Library, key: number): void {
  const entity = getEntityByKey(db, key);
  if (entity?.isAutomatic === true && listPointers(db, key).length === 0) deleteEntity(db, key);
}

function chooseEntity(
  library: Library,
  former: number | null,
  value: NameValue,
  chosen: string | null | undefined,
): StoredEntity {
  const { db } = library;
  const named = typeof chosen === 'string' ? getEntity(db, chosen) : undefined;
  if (named !== undefined) return named;
  const current = former === null ? undefined : getEntityByKey(db, former);
  const isKnown = current !== undefined && entityForms(current.fields).includes(toForm(value.name));
  if (isKnown && current.fields.kind === value.nameKind) return current;
  const matched = matchEntity(db, value.name, value.nameKind);
  if (matched !== undefined) return matched;
  // A name put right in the one article that has it is the same name put right.
  if (current?.isAutomatic === true && listPointers(db, current.key).length === 1) {
    const fields = { ...current.fields, name: value.name, kind: value.nameKind };
    return rewrite(library, current, fields);
  }
  return findEntity(
    library,
    make(library, { ...emptyEntityFields, name: value.name, kind: value.nameKind }, true),
  );
}

function learn(
  library: Library,
  entity: StoredEntity,
  value: NameValue,
  surfaces: readonly string[],
): void {
  const { fields } = entity;
  const known = new Set(entityForms(fields));
  const aliases = [...fields.aliases];
  for (const surface of [value.name, ...surfaces]) {
    const form = toForm(surface);
    if (form === '' || known.has(form) || !isFormOfName(surface, fields.name)) continue;
    known.add(form);
    aliases.push(surface.trim());
  }
  const role = value.role.trim();
  const titles =
    role === '' || fields.titles.some(({ title }) => toForm(title) === toForm(role))
      ? fields.titles
      : [...fields.titles, { title: role, from: null, until: null }];
  if (aliases.length > 200 || titles.length > 200) return;
  if (aliases.length > fields.aliases.length || titles !== fields.titles)
    rewrite(library, entity, { ...fields, aliases, titles });
}

function rewrite(library: Library, entity: StoredEntity, fields: EntityFields): StoredEntity {
  const next = {
    ...entity,
    fields,
    version: entity.version + 1,
    updatedAt: library.now().toISOString(),
  };
  putEntity(library.db, next);
  return next;
}

function make(library: Library, fields: EntityFields, isAutomatic: boolean): string {
  const id = library.newId();
  const now = library.now().toISOString();
  putEntity(library.db, { id, fields, createdAt: now, updatedAt: now, version: 1, isAutomatic });
  return id;
}

function withCounts({ db }: Library, entities: readonly StoredEntity[]): DirectoryEntity[] {
  const counts = countArticles(
    db,
    entities.map(({ key }) => key),
  );
  return entities.map(({ key, fields, ...rest }) => ({
    ...rest,
    ...fields,
    articles: counts.get(key) ?? 0,
  }));
}

function readCursor(library: Library, id: string): { name: string; key: number } {
  const { fields, key } = findEntity(library, id);
  return { name: fields.name, key };
}
