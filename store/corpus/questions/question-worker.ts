/* A thread that answers questions with filters, one after the other, over the generation of the index that it was told of last. */
import { parentPort } from 'node:worker_threads';
import { Answers, openSpace, type QuestionName, type Source } from './answers.ts';
import { type PersonalPart, partName } from './personal-parts.ts';

export type ToThread = { readonly open: Source } | Asked;

export interface Asked {
  readonly ask: QuestionName;
  readonly asked: readonly unknown[];
  /** What the filter says of one's own reading and decisions, as it is at this moment. */
  readonly personal: readonly PersonalPart[];
}

let answers: Answers | null = null;
let personal: readonly PersonalPart[] = [];

parentPort?.on('message', (message: ToThread) => {
  if ('open' in message) {
    answers?.close();
    answers = new Answers(message.open, openSpace(message.open), {
      bitsOf: (plan) => personal.find(({ name }) => name === partName(plan))!.bits,
    });
    return;
  }
  personal = message.personal;
  // What cannot be answered ends the thread: the process answers it itself then, and says why it cannot.
  const answer = (answers as unknown as Record<QuestionName, (...asked: readonly unknown[]) => unknown>)[message.ask](...message.asked);
  parentPort!.postMessage(answer);
});
