import { Worker } from 'node:worker_threads';
import { findWorker } from '../worker-file.ts';
import type { AnswerTo, Asks, QuestionName, Source } from './answers.ts';
import type { PersonalPart } from './personal-parts.ts';
import type { Asked, ToThread } from './question-worker.ts';

const WORKER = findWorker('question-worker', import.meta.url);
/** Megabytes for what is young: answers are small, and there are two threads. */
const YOUNG = 6;

/** A thread was ended or failed before it answered. */
export class ThreadGone extends Error {}

/** One thread that answers in the order it was asked. Does not keep the process alive. */
export class QuestionThread {
  readonly #worker: Worker;
  readonly #waiting: { resolve(answer: unknown): void; reject(error: ThreadGone): void }[] = [];
  #gone = false;

  /** Null where the program has no file for it. */
  static start(): QuestionThread | null {
    return WORKER && new QuestionThread(WORKER);
  }

  private constructor(file: URL) {
    this.#worker = new Worker(file, { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
    this.#worker.unref();
    this.#worker.on('message', (answer: unknown) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', () => this.#giveUp());
    this.#worker.on('exit', () => this.#giveUp());
  }

  /** What is asked from now on is answered from this generation. */
  open(open: Source): void {
    this.#worker.postMessage({ open } satisfies ToThread);
  }

  /** @throws ThreadGone */
  ask<Name extends QuestionName>(ask: Name, asked: Asks<Name>, personal: readonly PersonalPart[]): Promise<AnswerTo<Name>> {
    return new Promise((resolve, reject) => {
      if (this.#gone) return reject(new ThreadGone());
      this.#waiting.push({ resolve: resolve as (answer: unknown) => void, reject });
      this.#worker.postMessage({ ask, asked, personal } satisfies Asked);
    });
  }

  close(): void {
    this.#giveUp();
    void this.#worker.terminate();
  }

  #giveUp(): void {
    this.#gone = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new ThreadGone());
  }
}
