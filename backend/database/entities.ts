import type { Database } from 'better-sqlite3';
import type { EntityArticle, EntityFields } from '../../core/directory/entity.ts';
import { entityForms, toForm } from '../../core/directory/entity-forms.ts';
import { prepared } from './statement.ts';

/** An entity as it lies in the library. */
export interface StoredEntity {
  key: number;
  id: string;
  fields: EntityFields;
  createdAt: string;
  updatedAt: string;
  version: number;
  isAutomatic: boolean;
}

/** A confirmed name of an article. */
export interface Pointer {
  articleKey: number;
  annotationId: string;
}

export function getEntity(db: Database, id: string): StoredEntity | undefined {
  const row = prepared<[string], EntityRow>(db, `SELECT ${columns} FROM entities WHERE id = ?`).get(
    id,
  );
  return row && toEntity(row);
}

export function getEntityByKey(db: Database, key: number): StoredEntity | undefined {
  const row = prepared<[number], EntityRow>(
    db,
    `SELECT ${columns} FROM entities WHERE key = ?`,
  ).get(key);
  return row && toEntity(row);
}

/** All of them, the oldest first. */
export function allEntities(db: Database): StoredEntity[] {
  return prepared<[], EntityRow>(db, `SELECT ${columns} FROM entities ORDER BY key`)
    .all()
    .map(toEntity);
}

/** Another value whenever the directory is another one. */
export function directoryState(db: Database): string {
  const row = prepared<[], { entities: number; last: number; versions: number }>(
    db,
    `SELECT count(*) AS entities, coalesce(max(key), 0) AS last, coalesce(sum(version), 0) AS versions FROM entities`,
  ).get();
  return `${row?.entities} ${row?.last} ${row?.versions}`;
}

/** Those one of whose forms is `form`, or begins with it; by name. */
export function findEntities(
  db: Database,
  { form, isPrefix, kind }: { form: string; isPrefix: boolean; kind: string | null },
): StoredEntity[] {
  // Every form of words that begin so: the next one is the first with a last letter that no text has.
  const until = isPrefix ? `${form}\u{10ffff}` : form;
  return prepared<[Record<string, unknown>], EntityRow>(
    db,
    `SELECT ${columns} FROM entities WHERE key IN
       (SELECT entity_key FROM entity_forms WHERE form >= :form AND form <= :until)
     AND (:kind IS NULL OR kind = :kind) ORDER BY name, key`,
  )
    .all({ form, until, kind })
    .map(toEntity);
}

export function listEntities(
  db: Database,
  {
    kind,
    after,
    limit,
  }: { kind: string | null; after: { name: string; key: number } | null; limit: number },
): StoredEntity[] {
  return prepared<[Record<string, unknown>], EntityRow>(
    db,
    `SELECT ${columns} FROM entities WHERE (:kind IS NULL OR kind = :kind)
     AND (:name IS NULL OR (name, key) > (:name, :key)) ORDER BY name, key LIMIT :limit`,
  )
    .all({ kind, name: after?.name ?? null, key: after?.key ?? 0, limit })
    .map(toEntity);
}

export function countEntities(db: Database, kind: string | null): number {
  return (
    prepared<[Record<string, unknown>], number>(
      db,
      'SELECT count(*) FROM entities WHERE :kind IS NULL OR kind = :kind',
    )
      .pluck()
      .get({ kind }) ?? 0
  );
}

/** Writes an entity under its id: a new one, or in place of what is there. Its forms follow. */
export function putEntity(db: Database, entity: Omit<StoredEntity, 'key'>): number {
  const { fields, ...rest } = entity;
  const key = prepared<[Record<string, unknown>], number>(
    db,
    `INSERT INTO entities (id, name, kind, aliases, titles, country, note, wikidata, created_at, updated_at, version, is_automatic)
     VALUES (:id, :name, :kind, :aliases, :titles, :country, :note, :wikidata, :createdAt, :updatedAt, :version, :isAutomatic)
     ON CONFLICT (id) DO UPDATE SET name = :name, kind = :kind, aliases = :aliases, titles = :titles, country = :country,
       note = :note, wikidata = :wikidata, updated_at = :updatedAt, version = :version, is_automatic = :isAutomatic
     RETURNING key`,
  )
    .pluck()
    .get({
      ...rest,
      ...fields,
      aliases: JSON.stringify(fields.aliases),
      titles: JSON.stringify(fields.titles),
      isAutomatic: rest.isAutomatic ? 1 : 0,
    });
  if (key === undefined) throw new Error('An entity was not written');
  prepared<[number]>(db, 'DELETE FROM entity_forms WHERE entity_key = ?').run(key);
  const insert = prepared<[string, number]>(db, 'INSERT INTO entity_forms VALUES (?, ?)');
  for (const form of entityForms(fields)) insert.run(form, key);
  return key;
}

/** Names that pointed to it point nowhere then. */
export function deleteEntity(db: Database, key: number): void {
  prepared<[number]>(db, 'DELETE FROM entities WHERE key = ?').run(key);
}

/** Confirmed names that point to an entity; with `articleIds`, those in these articles. */
export function listPointers(
  db: Database,
  entityKey: number,
  articleIds?: readonly string[],
): Pointer[] {
  return prepared<[Record<string, unknown>], Pointer>(
    db,
    `SELECT article_key AS articleKey, annotations.id AS annotationId FROM annotations
     JOIN articles ON articles.key = article_key
     WHERE entity_key = :entityKey
       AND (:ids IS NULL OR articles.id IN (SELECT value FROM json_each(:ids)))
     ORDER BY article_key, annotations.id`,
  ).all({ entityKey, ids: articleIds === undefined ? null : JSON.stringify(articleIds) });
}

export function setPointer(
  db: Database,
  { articleKey, annotationId }: Pointer,
  entityKey: number | null,
): void {
  prepared<[number | null, number, string]>(
    db,
    'UPDATE annotations SET entity_key = ? WHERE article_key = ? AND id = ?',
  ).run(entityKey, articleKey, annotationId);
}

export function getPointer(db: Database, { articleKey, annotationId }: Pointer): number | null {
  return (
    prepared<[number, string], number | null>(
      db,
      'SELECT entity_key FROM annotations WHERE article_key = ? AND id = ?',
    )
      .pluck()
      .get(articleKey, annotationId) ?? null
  );
}

/** In how many articles outside the trash each entity is named. */
export function countArticles(db: Database, entityKeys: readonly number[]): Map<number, number> {
  const rows = prepared<[string], { key: number; articles: number }>(
    db,
    `SELECT entity_key AS key, count(DISTINCT article_key) AS articles FROM annotations
     JOIN articles ON articles.key = article_key
     WHERE entity_key IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL GROUP BY entity_key`,
  ).all(JSON.stringify(entityKeys));
  return new Map(rows.map(({ key, articles }) => [key, articles]));
}

/** Articles outside the trash that name an entity, newest change first, with the words by which they call it. */
export function listEntityArticles(db: Database, entityKey: number): EntityArticle[] {
  const rows = prepared<[number], Omit<EntityArticle, 'surfaces'> & { surfaces: string }>(
    db,
    `SELECT articles.id AS articleId, headline, published_on AS publishedOn, json_group_array(DISTINCT surface) AS surfaces
     FROM annotations JOIN articles ON articles.key = annotations.article_key
     JOIN annotation_places ON annotation_places.article_key = annotations.article_key
       AND annotation_id = annotations.id
     WHERE entity_key = ? AND deleted_at IS NULL GROUP BY articles.key ORDER BY change_sequence DESC`,
  ).all(entityKey);
  return rows.map((row) => ({ ...row, surfaces: JSON.parse(row.surfaces) as string[] }));
}

/** The entity of a name, where just one of its kind is known by it. */
export function matchEntity(db: Database, name: string, kind: string): StoredEntity | undefined {
  const form = toForm(name);
  if (form === '') return undefined;
  const [only, ...more] = findEntities(db, { form, isPrefix: false, kind });
  return more.length === 0 ? only : undefined;
}

const columns = `key, id, name, kind, aliases, titles, country, note, wikidata, created_at AS createdAt,
  updated_at AS updatedAt, version, is_automatic AS isAutomatic`;

interface EntityRow {
  key: number;
  id: string;
  name: string;
  kind: EntityFields['kind'];
  aliases: string;
  titles: string;
  country: string | null;
  note: string;
  wikidata: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
  isAutomatic: number;
}

function toEntity(row: EntityRow): StoredEntity {
  const { key, id, name, kind, country, note, wikidata, createdAt, updatedAt, version } = row;
  return {
    key,
    id,
    fields: {
      name,
      kind,
      aliases: JSON.parse(row.aliases) as string[],
      titles: JSON.parse(row.titles) as EntityFields['titles'],
      country,
      note,
      wikidata,
    },
    createdAt,
    updatedAt,
    version,
    isAutomatic: row.isAutomatic === 1,
  };
}
