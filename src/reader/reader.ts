/* The reader without a terminal: state, one message at a time, effects. What shows it is told after each change. */
import type { Corpus } from '../../store/corpus/corpus.ts';
import type { Journal } from '../../store/journal/journal.ts';
import type { Line } from '../text/line.ts';
import { type Ports, runEffect } from './effects/run-effects.ts';
import type { TextEditor } from './effects/text-editor.ts';
import type { Effect, Message, Step } from './messages.ts';
import { drawScreen } from './screens/draw.ts';
import { shownCables } from './screens/shown-cables.ts';
import type { ReaderState } from './state.ts';
import { currentView } from './state.ts';
import type { Surroundings } from './surroundings.ts';
import type { Input, Size, Terminal } from './terminal/terminal.ts';
import { refreshHome } from './update/browse/home.ts';
import { openCable, recordReading } from './update/cable/cable.ts';
import { openList } from './update/list/list.ts';
import { keepUnfinished } from './update/write/edit-note.ts';
import { notePlace, takeNote } from './update/write/take-note.ts';
import { update } from './update.ts';

export interface ReaderOptions {
  readonly corpus: Corpus;
  readonly journal: Journal;
  readonly library: ReaderState['library'];
  readonly size: Size;
  readonly around: Surroundings;
  readonly terminal: Pick<Terminal, 'copy' | 'redraw' | 'suspend' | 'leaveFor'>;
  readonly editor: Pick<TextEditor, 'edit' | 'view' | 'rescue'>;
  readonly start: { readonly query?: string; readonly ref?: string };
  /** Waits so many milliseconds; where nobody types, it need not. */
  rest(ms: number): Promise<unknown>;
  onChange(): void;
  onQuit(): void;
}

/** They lend the terminal to another program. */
const LENDS: ReadonlySet<Effect['kind']> = new Set(['hand-on', 'edit', 'suspend']);

export class Reader {
  #state: ReaderState;
  readonly #options: ReaderOptions;
  readonly #ports: Ports;
  /** What can be decided about: on the frame drawn last, and on the last one that had arrived when a key came. */
  #drawn = new Set<string>();
  #seen = this.#drawn;
  #running = 0;
  /** Effects under way that lend the terminal. */
  #lends = 0;
  /** The last effect of each kind. */
  readonly #newest = new Map<Effect['kind'], Effect>();
  readonly #turns = new Map<string, Promise<unknown>>();
  #idle: (() => void)[] = [];

  constructor(options: ReaderOptions) {
    this.#options = options;
    const { corpus, journal, library, size, around, terminal } = options;
    const home = { kind: 'home', at: null, top: 0 } as const;
    const empty: ReaderState = {
      size,
      views: [home],
      forward: [],
      prompt: null,
      pending: '',
      count: '',
      status: null,
      info: corpus.info,
      library,
      asked: 0,
      searched: null,
      counts: new Map(),
      timeline: { years: [], released: [] },
      newer: 0,
      ownCables: 0,
      names: null,
      trouble: null,
      pace: { verdicts: 0, ms: 0, at: null },
      named: null,
      last: null,
      dropped: 0,
      typed: {},
      editing: null,
      plain: null,
      copied: null,
      quitting: false,
    };
    this.#state = empty;
    this.#ports = {
      corpus,
      journal,
      terminal,
      editor: options.editor,
      around,
      rest: options.rest,
      inTurn: (name, act) => {
        const turn = (this.#turns.get(name) ?? Promise.resolve()).then(act);
        this.#turns.set(
          name,
          turn.catch(() => {}),
        );
        return turn;
      },
      waitsFor: (asked) => this.#state.views.some((view) => view.kind === 'list' && view.asked === asked),
      newest: (kind) => (this.#newest.get(kind) ?? null) as never,
      wanted: (effect) => this.#newest.get(effect.kind) === effect,
      send: (message) => this.send(message),
      quit: () => options.onQuit(),
    };
    journal.onChange(({ remote, cables }) => {
      this.send({ kind: 'journal-changed', cables });
      if (remote) options.onChange();
    });
  }

  /** Opens what the command line asked for above Home. */
  begin(): void {
    const { around, start } = this.#options;
    this.#take(refreshHome(this.#state, around));
    if (start.ref !== undefined) {
      const [id, anchor = null] = start.ref.split('#', 2) as [string, string?];
      this.#take(openCable(this.#state, { id, goTo: anchor, via: {} }, around));
    } else if (start.query !== undefined) this.#take(openList(this.#state, { title: 'search', query: start.query }, around));
    this.#options.onChange();
  }

  send(message: Message): void {
    this.#take(update(this.#state, message, this.#options.around));
    if (message.kind === 'adopted') this.#state = { ...this.#state, info: this.#options.corpus.info };
    this.#options.onChange();
  }

  /**
   * One chunk of input: movements coalesce, painted once. Deciding keys act on what was seen: on the newest frame where it has arrived, else on
   * the last one that had. From the moment the terminal is asked for by another program, what is typed goes nowhere.
   * @param settled whether the frame drawn last was sent, and acknowledged where the terminal answers
   */
  input(inputs: readonly Input[], settled: boolean): void {
    if (settled) this.#seen = this.#drawn;
    for (const input of inputs) {
      if (this.#lends > 0) break;
      this.#take(update(this.#state, { kind: 'input', input, seen: this.#seen }, this.#options.around));
    }
    this.#options.onChange();
  }

  draw(): readonly Line[] {
    this.#drawn = shownCables(this.#state);
    return drawScreen(this.#state, this.#options.around);
  }

  get state(): ReaderState {
    return this.#state;
  }

  /** The terminal is going away: what is being written is kept as a draft, what was read is recorded. */
  leave(): void {
    const { around } = this.#options;
    const { prompt } = this.#state;
    const place = prompt?.kind === 'note' && prompt.text.trim() !== '' ? notePlace(this.#state, around) : null;
    if (place) this.#take(takeNote({ ...this.#state, prompt: null }, place, prompt!.text, around, true));
    const unfinished = this.#options.editor.rescue();
    if (unfinished !== null) this.#take(keepUnfinished(this.#state, unfinished, around));
    if (currentView(this.#state).kind === 'cable' && !this.#state.quitting) this.#take(recordReading(this.#state, around, true));
  }

  /** Resolves when no question to the corpus is open. */
  idle(): Promise<void> {
    return this.#running === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  #take({ state, effects }: Step<ReaderState>): void {
    this.#state = state;
    for (const effect of effects) {
      this.#newest.set(effect.kind, effect);
      const lends = LENDS.has(effect.kind) ? 1 : 0;
      this.#running += 1;
      this.#lends += lends;
      runEffect(effect, this.#ports)
        .catch((error: unknown) => this.send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }))
        .finally(() => {
          this.#running -= 1;
          this.#lends -= lends;
          if (this.#running === 0) for (const done of this.#idle.splice(0)) done();
        });
    }
  }
}
