import { parentPort, workerData } from 'node:worker_threads';
import { createExtractor } from '../../core/extraction/extract.ts';
import { loadNameModel } from '../../core/extraction/names/name-model.ts';
import type { WorkerAnswer, WorkerData, WorkerQuestion } from './extractor.ts';

/** Entry of the thread in which texts are read, so that no save waits for it. One question at a time. */
const model = loadNameModel((workerData as WorkerData).model);

/** Of the articles asked about last, with what their lines gave. */
const extractors = new Map<string, ReturnType<typeof createExtractor>>();
const keptArticles = 4;
let knownNames: NonNullable<WorkerQuestion['known']> = [];

parentPort?.on('message', ({ id, articleId, text, publishedOn, known }: WorkerQuestion) => {
  knownNames = known ?? knownNames;
  const extractor = extractors.get(articleId) ?? createExtractor();
  extractors.delete(articleId);
  extractors.set(articleId, extractor);
  const [oldest] = extractors.keys();
  if (extractors.size > keptArticles && oldest !== undefined) extractors.delete(oldest);
  const found = extractor(text, { model, publishedOn, known: knownNames });
  const answer: WorkerAnswer = { id, found };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answer);
});
