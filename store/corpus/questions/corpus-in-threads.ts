/* A corpus whose longer questions leave the process free for keys:
 *
 *     keys ─▶ question ─┬─ rows     the newest rows, candidates of the box    soon
 *                       ├─ numbers  counts, orders, relevance, every id       may take longer
 *                       └─ here     what is asked by id, and all of it before the threads began
 *
 * A phrase is counted by both, a segment at a time; rows that are asked for meanwhile wait for one segment at most.
 *
 * Each thread has the segments open for itself. A thread that fails is not missed: its questions are answered here.
 */
import type { Plan } from '../../query/plan.ts';
import type { Candidates, CatalogueRow, Corpus, FacetName, FacetValue, KnownWord, ListPage, Page, Questions, Sort } from '../corpus.ts';
import type { LocalCorpus } from '../open-corpus.ts';
import { type AnswerTo, stopsEarly } from './answers.ts';
import { isLongToCount } from './long-count.ts';
import { QuestionThread, ThreadGone } from './question-thread.ts';

/** Cables from which a question takes longer than a key should wait. */
const PAYS = 20_000;

interface Threads {
  readonly rows: QuestionThread;
  readonly numbers: QuestionThread;
}

export class CorpusInThreads implements Corpus {
  readonly #here: LocalCorpus;
  readonly #pays: number;
  #threads: Threads | null = null;
  #begun = false;

  /** @param pays for tests: cables from which threads are started */
  constructor(here: LocalCorpus, pays: number = PAYS) {
    this.#here = here;
    this.#pays = pays;
  }

  /** Starts the threads; where there are few cables, as soon as there are more. */
  begin(): void {
    this.#begun = true;
    this.#follow();
  }

  /** The threads see the generation that is seen here. */
  #follow(): void {
    const { source } = this.#here;
    if (!this.#begun || source.current === null || source.current.cables < this.#pays) return;
    this.#threads ??= startThreads();
    if (this.#threads === null) return;
    for (const thread of Object.values(this.#threads)) thread.open(source);
    this.#here.rest();
  }

  get info() {
    return this.#here.info;
  }

  page(plan: Plan, page: Page): Promise<readonly CatalogueRow[]> {
    return this.#ask(stopsEarly(page) ? 'rows' : 'numbers', 'page', plan, plan, page);
  }

  ids(plan: Plan, sort?: Sort): Promise<readonly string[]> {
    return this.#ask('numbers', 'ids', plan, plan, sort);
  }

  async count(plan: Plan): Promise<number> {
    const together = this.#threads && isLongToCount(plan) ? await this.#countTogether(plan, this.#threads) : null;
    return together ?? this.#ask('numbers', 'count', plan, plan);
  }

  /** Null where a thread is gone, or another generation is seen meanwhile. */
  async #countTogether(plan: Plan, { rows, numbers }: Threads): Promise<number | null> {
    const { source } = this.#here;
    const left = [...source.current!.segments.keys()];
    let sum = 0;
    const count = async (thread: QuestionThread): Promise<void> => {
      while (left.length > 0 && this.#here.source === source) {
        const found = await thread.ask('countIn', [plan, left.pop()!], []);
        sum += found;
      }
    };
    try {
      await Promise.all([count(numbers), count(rows)]);
    } catch (error) {
      if (!(error instanceof ThreadGone)) throw error;
      return null;
    }
    return this.#here.source === source ? sum : null;
  }

  facets(plan: Plan, by: FacetName): Promise<readonly FacetValue[]> {
    return this.#ask('numbers', 'facets', plan, plan, by);
  }

  candidates(text: string, limit: number): Promise<Candidates> {
    return this.#ask('rows', 'candidates', null, text, limit);
  }

  nearWord(word: string): Promise<KnownWord | null> {
    return this.#ask('numbers', 'nearWord', null, word);
  }

  async list(plan: Plan, page: Page): Promise<ListPage> {
    const [rows, total] = await Promise.all([this.page(plan, page), this.count(plan)]);
    return { rows, total };
  }

  async #ask<Name extends keyof Questions>(
    thread: keyof Threads,
    name: Name,
    plan: Plan | null,
    ...asked: Parameters<Questions[Name]>
  ): Promise<AnswerTo<Name>> {
    try {
      const finding = this.#threads && plan && this.#here.prepare(plan);
      if (finding) await finding;
      if (this.#threads) return await this.#threads[thread].ask(name, asked, plan === null ? [] : this.#here.personalParts(plan));
    } catch (error) {
      if (!(error instanceof ThreadGone)) throw error;
    }
    const answer = this.#here[name] as (...of: Parameters<Questions[Name]>) => Promise<AnswerTo<Name>>;
    return answer.apply(this.#here, asked);
  }

  get(id: string): ReturnType<Corpus['get']> {
    return this.#here.get(id);
  }

  rows(ids: readonly string[]): ReturnType<Corpus['rows']> {
    return this.#here.rows(ids);
  }

  cites(id: string): ReturnType<Corpus['cites']> {
    return this.#here.cites(id);
  }

  citedBy(id: string): ReturnType<Corpus['citedBy']> {
    return this.#here.citedBy(id);
  }

  resolve(text: string): ReturnType<Corpus['resolve']> {
    return this.#here.resolve(text);
  }

  newer(): ReturnType<Corpus['newer']> {
    return this.#here.newer();
  }

  async adopt(): Promise<void> {
    await this.#here.adopt();
    this.#follow();
  }

  close(): void {
    for (const thread of Object.values(this.#threads ?? {})) thread.close();
    this.#threads = null;
    this.#here.close();
  }
}

function startThreads(): Threads | null {
  const [rows, numbers] = [QuestionThread.start(), QuestionThread.start()];
  return rows && numbers && { rows, numbers };
}
