import { AppError } from '../../core/errors.ts';
import type { EntityFields } from '../../core/directory/entity.ts';
import {
  deleteEntity,
  getEntity,
  getPointer,
  listPointers,
  putEntity,
  setPointer,
} from '../database/entities.ts';
import type { Pointer, StoredEntity } from '../database/entities.ts';
import { getChange, insertChange, markUndone } from '../database/entity-changes.ts';
import type { EntityAction } from '../database/entity-changes.ts';
import { writeTransaction } from '../database/statement.ts';
import type { Library } from '../library.ts';
import { getAuthor } from './settings.ts';

/** What a change did to the directory: enough to take it back, and to notice that it cannot be any more. */
interface Facts {
  /** Each entity it touched, as it was before and after; null: it was not there. */
  entities: { id: string; before: Kept | null; after: Kept | null }[];
  /** Names that were pointed elsewhere, by ids of entities. */
  pointers: (Pointer & { from: string; to: string | null })[];
}
type Kept = Omit<StoredEntity, 'key'>;

/** The id of the change, by which it can be taken back. Throws NOT_FOUND, and CONFLICT `{ version }` for an old version. */
export function changeEntity(
  library: Library,
  { id, version, fields }: { id: string; version: number; fields: Partial<EntityFields> },
): string {
  return record(library, 'change', (step) => {
    const entity = findEntity(library, id);
    if (entity.version !== version) throw new AppError('CONFLICT', { version: entity.version });
    step.put({ ...entity, fields: { ...entity.fields, ...fields }, isAutomatic: false });
  });
}

/** All that points to `from` points to `into`, which takes over its forms and titles; `from` is gone. */
export function mergeEntities(library: Library, from: string, into: string): string {
  if (from === into) throw new AppError('INVALID_INPUT', { field: 'into', reason: 'the same' });
  return record(library, 'merge', (step) => {
    const [lost, kept] = [findEntity(library, from), findEntity(library, into)];
    const aliases = [...kept.fields.aliases, lost.fields.name, ...lost.fields.aliases];
    const titles = [...kept.fields.titles, ...lost.fields.titles];
    step.put({
      ...kept,
      fields: {
        ...kept.fields,
        aliases: distinct(aliases.filter((alias) => alias !== kept.fields.name)),
        titles: distinct(titles, (title) => JSON.stringify(title)),
        country: kept.fields.country ?? lost.fields.country,
        wikidata: kept.fields.wikidata ?? lost.fields.wikidata,
        note: [kept.fields.note, lost.fields.note].filter(Boolean).join('\n').slice(0, 4000),
      },
      isAutomatic: false,
    });
    for (const pointer of listPointers(library.db, lost.key)) step.point(pointer, lost, kept);
    step.remove(lost);
  });
}

/** A new entity with some of the other's forms, to which the names in some articles now point. */
export function splitEntity(
  library: Library,
  input: { id: string; fields: EntityFields; articleIds: readonly string[] },
): { changeId: string; newId: string } {
  const newId = library.newId();
  const changeId = record(library, 'split', (step) => {
    const entity = findEntity(library, input.id);
    const taken = new Set([input.fields.name, ...input.fields.aliases]);
    const now = library.now().toISOString();
    step.put({
      ...entity,
      fields: {
        ...entity.fields,
        aliases: entity.fields.aliases.filter((alias) => !taken.has(alias)),
      },
      isAutomatic: false,
    });
    step.put({
      id: newId,
      fields: input.fields,
      createdAt: now,
      updatedAt: now,
      version: 0,
      isAutomatic: false,
    });
    const made = findEntity(library, newId);
    for (const pointer of listPointers(library.db, entity.key, input.articleIds))
      step.point(pointer, entity, made);
  });
  return { changeId, newId };
}

/** Names that pointed to it stay names, and point nowhere. */
export function removeEntity(library: Library, id: string): string {
  return record(library, 'remove', (step) => {
    const entity = findEntity(library, id);
    for (const pointer of listPointers(library.db, entity.key)) step.point(pointer, entity, null);
    step.remove(entity);
  });
}

/**
 * Takes a change back: entities as they were, names pointing where they pointed, but for those that have been pointed
 * elsewhere since. Throws NOT_FOUND, CONFLICT where an entity was changed again or the change was taken back already.
 */
export function undoChange(library: Library, changeId: string): void {
  writeTransaction(library.db, () => {
    const { db } = library;
    const change = getChange<Facts>(db, changeId);
    if (change === undefined) throw new AppError('NOT_FOUND', { changeId });
    if (change.undoneAt !== null) throw new AppError('CONFLICT', {});
    for (const { id, after } of change.facts.entities) {
      const found = getEntity(db, id);
      // By what it says, not by its version: changes after it may have been taken back.
      if (JSON.stringify(found?.fields) !== JSON.stringify(after?.fields))
        throw new AppError('CONFLICT', { version: found?.version ?? null });
    }
    // First those that come back, so that names have somewhere to point.
    for (const { before, after } of change.facts.entities) {
      if (before === null) continue;
      // A version never comes back with another content.
      const version = Math.max(
        before.version,
        after?.version ?? 0,
        getEntity(db, before.id)?.version ?? 0,
      );
      putEntity(db, { ...before, version: version + 1 });
    }
    for (const { from, to, ...pointer } of change.facts.pointers) {
      const target = to === null ? null : (getEntity(db, to)?.key ?? null);
      if (getPointer(db, pointer) === target)
        setPointer(db, pointer, getEntity(db, from)?.key ?? null);
    }
    for (const { id, before } of change.facts.entities) {
      const made = before === null ? getEntity(db, id) : undefined;
      if (made !== undefined) deleteEntity(db, made.key);
    }
    markUndone(db, changeId, library.now().toISOString());
  });
}

/** Throws NOT_FOUND `{ entityId }`. */
export function findEntity({ db }: Library, id: string): StoredEntity {
  const entity = getEntity(db, id);
  if (entity === undefined) throw new AppError('NOT_FOUND', { entityId: id });
  return entity;
}

interface Step {
  /** Writes it as its next version. */
  put(entity: Kept): void;
  point(pointer: Pointer, from: StoredEntity, to: StoredEntity | null): void;
  remove(entity: StoredEntity): void;
}

function record(library: Library, action: EntityAction, work: (step: Step) => void): string {
  const { db } = library;
  const id = library.newId();
  writeTransaction(db, () => {
    const now = library.now().toISOString();
    const facts: Facts = { entities: [], pointers: [] };
    work({
      put: (entity) => {
        const before = keep(getEntity(db, entity.id));
        putEntity(db, { ...entity, version: entity.version + 1, updatedAt: now });
        facts.entities.push({ id: entity.id, before, after: keep(getEntity(db, entity.id)) });
      },
      point: (pointer, from, to) => {
        setPointer(db, pointer, to?.key ?? null);
        facts.pointers.push({ ...pointer, from: from.id, to: to?.id ?? null });
      },
      remove: (entity) => {
        deleteEntity(db, entity.key);
        facts.entities.push({ id: entity.id, before: keepOf(entity), after: null });
      },
    });
    insertChange(db, { id, madeAt: now, author: getAuthor(library), action, facts });
  });
  return id;
}

function keep(entity: StoredEntity | undefined): Kept | null {
  return entity === undefined ? null : keepOf(entity);
}

function keepOf({ id, fields, createdAt, updatedAt, version, isAutomatic }: Kept): Kept {
  return { id, fields, createdAt, updatedAt, version, isAutomatic };
}

function distinct<T>(values: readonly T[], key: (value: T) => unknown = (value) => value): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}
