import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { tokenize } from '../../core/arabic/tokenize.ts';
import type { Statement } from '../../core/extraction/mentions.ts';
import { loadNameModel } from '../../core/extraction/names/name-model.ts';
import type { NameModel } from '../../core/extraction/names/name-model.ts';
import { findStatements } from '../../core/extraction/statements/find-statements.ts';
import type { GoldArticle, GoldPart, GoldStatement } from './gold/gold-article.ts';
import { corpusIsThere, goldParts, readGold } from './gold/read-gold.ts';
import { judgeStatements, sumOf } from './judge-statements.ts';
import type { JudgedArticle, StatementSum } from './judge-statements.ts';
import { withFoundNames, withGoldNames } from './statement-names.ts';

/** What the labels of one part were held against. */
export interface StatementFigures {
  part: GoldPart;
  /** Where names came from. */
  names: 'gold' | 'found';
  articles: GoldArticle[];
  judged: JudgedArticle[];
  sum: StatementSum;
}

/** Statements and speakers of one part of the gold set; null where the corpus is not there. */
export async function measureStatements(
  corpusFolder: string,
  part: GoldPart,
  model: NameModel | null = null,
): Promise<StatementFigures | null> {
  if (!corpusIsThere(corpusFolder)) return null;
  const articles = await readGold(corpusFolder, part);
  const judged = articles.map((article) =>
    judgeStatements(
      article,
      model === null ? withGoldNames(article) : withFoundNames(article, model),
    ),
  );
  return { part, names: model === null ? 'gold' : 'found', articles, judged, sum: sumOf(judged) };
}

/**
 * Prints how well statements and their speakers are found, with the gold's names and with found ones, and how fast.
 * `--dev2`, `--held` and `--held2` for the other parts; `--list` shows every difference where a part is not only counted.
 */
async function main(args: readonly string[]): Promise<void> {
  const part = goldParts.find((each) => args.includes(`--${each}`)) ?? 'dev';
  for (const model of existsSync(shippedModel)
    ? [null, loadNameModel(readFileSync(shippedModel))]
    : [null]) {
    const figures = await measureStatements(corpus, part, model);
    if (figures === null)
      return console.log(`No corpus in ${corpus}: statements are not evaluated.`);
    printTotals(figures);
    if (model !== null) continue;
    printConfidence(figures.judged);
    if (args.includes('--list') && !part.startsWith('held'))
      for (const [index, article] of figures.articles.entries()) {
        const judged = figures.judged[index];
        if (judged !== undefined) printDifferences(article, judged);
      }
  }
  if (!args.includes('--no-speed')) await printSpeed(corpus);
}

const root = join(import.meta.dirname, '..', '..');
const corpus = join(root, '..', 'shared', 'data', 'corpus');
const shippedModel = join(root, 'resources', 'extraction', 'names.bin');

function printTotals({ part, names, articles, sum }: StatementFigures): void {
  console.log(
    `statements, ${part}: ${articles.length} articles, ${sum.gold} in the gold, ${sum.found} found; names: ${names}`,
  );
  for (const [name, right] of [
    ['content relaxed (80 % of words shared)', sum.relaxed],
    ['content exact', sum.exact],
    ['content relaxed and speaker', sum.relaxedSpeaker],
    ['content exact and speaker', sum.exactSpeaker],
    ['cue', sum.cue],
  ] as const) {
    const precision = ratio(right, sum.found);
    const recall = ratio(right, sum.gold);
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    console.log(
      `  ${name.padEnd(40)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`,
    );
  }
  console.log(
    `  of matched: direct or not ${percent(ratio(sum.directRight, sum.relaxed))}, speaker ${percent(ratio(sum.relaxedSpeaker, sum.relaxed))}; scare quotes and names taken for statements ${sum.scare} of ${sum.notQuotes}`,
  );
}

function printConfidence(judged: readonly JudgedArticle[]): void {
  const rows = new Map<
    string,
    { right: number; span: number; count: number; confidence: number }
  >();
  for (const { pairs } of judged) {
    for (const { found, relaxed, speaker, ignored } of pairs) {
      if (found === null || ignored) continue;
      for (const key of [
        found.origin,
        `all at ${(Math.floor(found.confidence * 20) / 20).toFixed(2)}`,
      ]) {
        const row = rows.get(key) ?? { right: 0, span: 0, count: 0, confidence: 0 };
        row.count += 1;
        row.confidence += found.confidence;
        if (relaxed) row.span += 1;
        if (relaxed && speaker) row.right += 1;
        rows.set(key, row);
      }
    }
  }
  console.log('  confidence by construction: said, span right, span and speaker right, count');
  for (const [key, row] of [...rows].toSorted(([a], [b]) => a.localeCompare(b)))
    console.log(
      `    ${key.padEnd(44)} ${percent(row.confidence / row.count)} ${percent(row.span / row.count)} ${percent(row.right / row.count)} ${row.count}`,
    );
}

function printDifferences(article: GoldArticle, { pairs }: JudgedArticle): void {
  console.log(`\n## ${article.id}`);
  for (const { found, gold, relaxed, exact, speaker, ignored } of pairs) {
    if (ignored || (exact && speaker)) continue;
    const verdict =
      gold === null
        ? 'NOT IN GOLD'
        : found === null
          ? 'MISSED'
          : relaxed
            ? speaker
              ? 'near'
              : 'SPEAKER'
            : 'SPAN';
    console.log(verdict);
    if (gold !== null) console.log(`   gold  ${describeGold(article, gold)}`);
    if (found !== null) console.log(`   found ${describe(found)}`);
  }
}

function describeGold(article: GoldArticle, gold: GoldStatement): string {
  const entity = article.entities.find((each) => each.id === gold.speaker)?.canonical ?? '-';
  return `[${gold.cue.surface}] {${gold.content.surface}} ${gold.form} ${gold.construction ?? ''} speaker ${entity} (${gold.speakerSource}: ${gold.speakerMention?.surface ?? ''})${gold.via ? ` via ${gold.via.surface}` : ''}${gold.optional ? ' optional' : ''}`;
}

function describe(found: Statement): string {
  return `[${found.cue.surface}] {${found.content.surface}} ${found.direct ? 'direct' : 'indirect'} speaker ${found.speaker?.surface ?? '-'} (${found.speakerSource}) ${found.origin}${found.through ? ` via ${found.through.surface}` : ''}`;
}

/** News text outside the gold's share, tokenised beforehand, without names: finding statements alone. */
async function printSpeed(folder: string): Promise<void> {
  const texts: string[] = [];
  const input = createReadStream(join(folder, 'ant-v2.1.jsonl.gz')).pipe(createGunzip());
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const record: { id: string; title: string; text: string } = JSON.parse(line);
    if (createHash('sha256').update(record.id).digest('hex').startsWith('0')) continue;
    texts.push(`${record.title}\n${record.text}`);
    if (texts.length === 3000) break;
  }
  const tokenised = texts.map((text) => ({ text, tokens: tokenize(text) }));
  const count = tokenised.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const run = (): number => {
    const before = performance.now();
    for (const { text, tokens } of tokenised)
      findStatements(text, { names: [], entities: [], tokens });
    return performance.now() - before;
  };
  const floor = (): number => {
    const before = performance.now();
    for (const { text } of tokenised) tokenize(text);
    return performance.now() - before;
  };
  const times = [run(), run(), run(), run(), run()].toSorted((a, b) => a - b);
  const floors = [floor(), floor(), floor()].toSorted((a, b) => a - b);
  const perSecond = (ms: number): string => `${Math.round(count / ms)} thousand tokens/s`;
  console.log(
    `  speed over ${texts.length} articles, ${count} tokens: ${perSecond(times[2] ?? 1)} (best ${perSecond(times[0] ?? 1)}); bare tokenising ${perSecond(floors[1] ?? 1)}`,
  );
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function percent(share: number): string {
  return (share * 100).toFixed(1).padStart(5);
}

if (import.meta.main) await main(process.argv.slice(2));
