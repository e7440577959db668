import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../core/errors.ts';
import type { ExtractOptions, Extraction } from '../../core/extraction/extract.ts';
import { readNameModel } from './name-model-file.ts';

export interface WorkerData {
  model: Uint8Array;
}
export interface WorkerQuestion {
  id: number;
  articleId: string;
  text: string;
  publishedOn: string | null;
  /** Null: as with the question before. */
  known: NonNullable<ExtractOptions['known']> | null;
}
export interface WorkerAnswer {
  id: number;
  found: Extraction;
}

/**
 * Finds names, dates and statements in a thread of its own, begun with the first text. It keeps no process alive; one
 * that died is begun anew with the next text.
 */
export class Extractor {
  #worker: Worker | undefined;
  #asked = 0;
  #known: ExtractOptions['known'];
  readonly #waiting = new Map<number, PromiseWithResolvers<Extraction>>();

  /**
   * `articleId`: whose text it is; only lines that changed since the last one of it are read. Throws INTERNAL where the
   * thread died over it, CLOSING after `close`.
   */
  find(
    articleId: string,
    text: string,
    options: Omit<ExtractOptions, 'model'>,
  ): Promise<Extraction> {
    const worker = (this.#worker ??= this.#start());
    this.#asked += 1;
    const id = this.#asked;
    const answer = Promise.withResolvers<Extraction>();
    this.#waiting.set(id, answer);
    const { publishedOn, known = none } = options;
    const question: WorkerQuestion = {
      id,
      articleId,
      text,
      publishedOn,
      known: known === this.#known ? null : known,
    };
    this.#known = known;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(question);
    worker.ref();
    return answer.promise;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#refuse(new AppError('CLOSING'));
    await worker?.terminate();
  }

  #start(): Worker {
    this.#known = undefined;
    const worker = new Worker(workerFile, {
      workerData: { model: readNameModel() } satisfies WorkerData,
    });
    worker.unref();
    worker.on('message', ({ id, found }: WorkerAnswer) => {
      this.#waiting.get(id)?.resolve(found);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) worker.unref();
    });
    worker.on('error', (error) => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#refuse(new AppError('INTERNAL', {}, { cause: error }));
    });
    return worker;
  }

  #refuse(error: AppError): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

const none: NonNullable<ExtractOptions['known']> = [];

/** Beside this file among the sources, beside the bundle in the built program. */
const workerFile = join(
  import.meta.dirname,
  `extraction-worker${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`,
);
