import type { Database } from 'better-sqlite3';
import type {
  Annotation,
  AnnotationInput,
  AnnotationPlace,
  AnnotationValue,
} from '../../core/article/annotation.ts';
import { prepared } from './statement.ts';

/** An annotation's place in one article, in text order. */
export interface PlacedAnnotation extends AnnotationPlace {
  id: string;
}

/** All records of an article with their places: in text order, those without a place last. */
export function listAnnotations(db: Database, articleKey: number): Annotation[] {
  const rows = prepared<[number], AnnotationRow>(
    db,
    `SELECT annotations.id, value, state, origin, entities.id AS entityId
     FROM annotations LEFT JOIN entities ON entities.key = entity_key WHERE article_key = ?`,
  ).all(articleKey);
  if (rows.length === 0) return [];
  const places = new Map<string, AnnotationPlace[]>();
  for (const { id, start, end, surface } of listPlaces(db, articleKey)) {
    const known = places.get(id);
    if (known === undefined) places.set(id, [{ start, end, surface }]);
    else known.push({ start, end, surface });
  }
  return rows
    .map((row) => ({
      id: row.id,
      value: JSON.parse(row.value) as AnnotationValue,
      state: row.state,
      origin: row.origin,
      places: places.get(row.id) ?? [],
      entityId: row.entityId,
    }))
    .toSorted(
      (a, b) =>
        (a.places[0]?.start ?? Number.MAX_SAFE_INTEGER) -
          (b.places[0]?.start ?? Number.MAX_SAFE_INTEGER) || (a.id < b.id ? -1 : 1),
    );
}

export function putAnnotation(
  db: Database,
  articleKey: number,
  { id, value, state, origin }: AnnotationInput,
): void {
  prepared<[Record<string, unknown>]>(
    db,
    `INSERT INTO annotations (article_key, id, kind, value, state, origin)
     VALUES (:articleKey, :id, :kind, :value, :state, :origin)
     ON CONFLICT (article_key, id) DO UPDATE SET kind = :kind, value = :value, state = :state, origin = :origin`,
  ).run({ articleKey, id, kind: value.kind, value: JSON.stringify(value), state, origin });
}

/** Whether there was such a record. */
export function deleteAnnotation(db: Database, articleKey: number, id: string): boolean {
  const { changes } = prepared<[number, string]>(
    db,
    'DELETE FROM annotations WHERE article_key = ? AND id = ?',
  ).run(articleKey, id);
  return changes > 0;
}

export function listAnnotationIds(db: Database, articleKey: number): Set<string> {
  const rows = prepared<[number], { id: string }>(
    db,
    'SELECT id FROM annotations WHERE article_key = ?',
  ).all(articleKey);
  return new Set(rows.map((row) => row.id));
}

/** Replaces all places of an article. Each `id` must be a record of it. Writes nothing where nothing changed. */
export function putPlaces(
  db: Database,
  articleKey: number,
  places: readonly PlacedAnnotation[],
): void {
  const stored = listPlaces(db, articleKey);
  if (toKey(stored) === toKey(places)) return;
  prepared<[number]>(db, 'DELETE FROM annotation_places WHERE article_key = ?').run(articleKey);
  const insert = prepared<[number, number, number, string, string]>(
    db,
    'INSERT INTO annotation_places VALUES (?, ?, ?, ?, ?)',
  );
  for (const { id, start, end, surface } of places) {
    insert.run(articleKey, start, end, id, surface);
  }
}

interface AnnotationRow {
  id: string;
  value: string;
  state: Annotation['state'];
  origin: string;
  entityId: string | null;
}

function listPlaces(db: Database, articleKey: number): PlacedAnnotation[] {
  return prepared<[number], PlacedAnnotation>(
    db,
    `SELECT start_offset AS start, end_offset AS end, annotation_id AS id, surface FROM annotation_places
     WHERE article_key = ? ORDER BY start_offset, end_offset, annotation_id`,
  ).all(articleKey);
}

function toKey(places: readonly PlacedAnnotation[]): string {
  return places
    .map(({ id, start, end, surface }) => `${start} ${end} ${id} ${surface}`)
    .toSorted()
    .join('\n');
}
