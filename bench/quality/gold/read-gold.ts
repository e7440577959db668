import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type {
  GoldArticle,
  GoldEntity,
  GoldLabels,
  GoldName,
  GoldPart,
  LabelledArticle,
  LabelledName,
  Span,
  Surfaced,
} from './gold-article.ts';

/**
 * The gold articles of one part (or of all) in the order of their labels, texts joined from the corpus folder
 * (`ant-v1.1.jsonl.gz`, `ant-v2.1.jsonl.gz`). The text is `title + "\n" + text` of the record as stored.
 * Throws when the corpus is not there, when an article is missing from it, and when a text or a surface is not the
 * one that was annotated.
 */
export async function readGold(corpusFolder: string, part?: GoldPart): Promise<GoldArticle[]> {
  if (!corpusIsThere(corpusFolder)) {
    throw new Error(`The gold articles need ${CORPUS_FILES.join(' and ')} in ${corpusFolder}.`);
  }
  const labels = readLabels(part);
  const texts = await readTexts(corpusFolder, labels);
  return labels.map((label) => {
    const text = texts.get(label.id);
    if (text === undefined) throw new Error(`The corpus has no article ${label.id}.`);
    return joinText(label, text);
  });
}

export function corpusIsThere(corpusFolder: string): boolean {
  return CORPUS_FILES.every((file) => existsSync(join(corpusFolder, file)));
}

/** The committed labels alone: offsets, kinds and values, no text. */
export function readLabels(part?: GoldPart): LabelledArticle[] {
  const parts = part === undefined ? goldParts : [part];
  return parts.flatMap((name) =>
    readFileSync(join(import.meta.dirname, `${name}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): LabelledArticle => JSON.parse(line)),
  );
}

/** All parts, in the order in which they are read. */
export const goldParts: readonly GoldPart[] = ['dev', 'dev2', 'held', 'held2'];

/**
 * On which side an article may stand, `dev` with `dev2` or `held` with `held2`; null where it may be in the training
 * text. In which of the two parts it stands is said by their files alone.
 */
export function partOf(id: string): 'dev' | 'held' | null {
  const hash = createHash('sha256').update(id).digest('hex');
  if (!hash.startsWith('0')) return null;
  return Number.parseInt(hash.charAt(1), 16) < 6 ? 'dev' : 'held';
}

const CORPUS_FILES = ['ant-v1.1.jsonl.gz', 'ant-v2.1.jsonl.gz'];

async function readTexts(
  corpusFolder: string,
  labels: readonly LabelledArticle[],
): Promise<Map<string, string>> {
  const wanted = new Set(labels.map((label) => label.id));
  const texts = new Map<string, string>();
  for (const file of CORPUS_FILES) {
    const input = createReadStream(join(corpusFolder, file)).pipe(createGunzip());
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      // The id is the record's first field: most lines need no parsing.
      const id = /^\{"id": ?"([^"]+)"/.exec(line)?.[1];
      if (id === undefined || !wanted.has(id)) continue;
      const record: { title: string; text: string } = JSON.parse(line);
      texts.set(id, `${record.title}\n${record.text}`);
    }
  }
  return texts;
}

function joinText(label: LabelledArticle, text: string): GoldArticle {
  if (text.length !== label.length || shortHash(text) !== label.sha256) {
    throw new Error(`The text of ${label.id} is not the one that was annotated.`);
  }
  const article = withSurfaces(label, text);
  if (shortHash(surfacesOf(article).join('\n')) !== label.surfaces) {
    throw new Error(`The spans of ${label.id} do not cover what was annotated.`);
  }
  return article;
}

function withSurfaces(label: LabelledArticle, text: string): GoldArticle {
  const surfaced = <S extends Span>(span: S): Surfaced<S> => ({
    ...span,
    surface: text.slice(span.start, span.end),
  });
  const names = label.names.map(({ title, ...name }: LabelledName): GoldName => ({
    ...surfaced(name),
    ...(title && { title: surfaced(title) }),
  }));
  return {
    id: label.id,
    part: label.part,
    published: label.published,
    text,
    entities: label.entities.map((entity) => describeEntity(entity, names)),
    names,
    dates: label.dates.map(surfaced),
    statements: label.statements.map(
      ({ cue, otherCues, content, speakerMention, via, ...rest }) => ({
        ...rest,
        cue: surfaced(cue),
        otherCues: (otherCues ?? []).map(surfaced),
        content: surfaced(content),
        ...(speakerMention && { speakerMention: surfaced(speakerMention) }),
        ...(via && { via: surfaced(via) }),
      }),
    ),
    notQuotes: label.notQuotes.map(surfaced),
  };
}

/** The canonical name is the longest form the article has; the other forms are aliases. */
function describeEntity(entity: GoldLabels['entities'][number], names: GoldName[]): GoldEntity {
  const own = names.filter((name) => name.entity === entity.id);
  const forms = new Set(own.filter((name) => name.kind === 'name').map(withoutContraction));
  const [canonical = '', ...aliases] = [...forms].toSorted((a, b) => b.length - a.length);
  const titles = own.flatMap((name) =>
    name.kind === 'nominal' ? [name.surface] : name.title ? [name.title.surface] : [],
  );
  return { ...entity, canonical, aliases, titles: [...new Set(titles)] };
}

/** للطبطبائي is a form of الطبطبائي. */
function withoutContraction({ prefix, surface }: GoldName): string {
  return prefix === 'ل' && surface.startsWith('لل') ? `ال${surface.slice(2)}` : surface;
}

/** Every surface in the order in which the labels were hashed. */
function surfacesOf(article: GoldArticle): string[] {
  return [
    ...article.names.flatMap((name) => [name, ...(name.title ? [name.title] : [])]),
    ...article.dates,
    ...article.statements.flatMap(({ cue, otherCues, content, speakerMention, via }) =>
      [cue, ...otherCues, content, speakerMention, via].filter((span) => span !== undefined),
    ),
    ...article.notQuotes,
  ].map((span) => span.surface);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
