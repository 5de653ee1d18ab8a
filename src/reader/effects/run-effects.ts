/* Does what the update asks for and answers with messages. The only place of the reader that touches the corpus, the journal's files and
 * the terminal's other talents.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Corpus, FacetName } from '../../../store/corpus/corpus.ts';
import type { Journal } from '../../../store/journal/journal.ts';
import type { PersonalPredicate, Plan } from '../../../store/query/plan.ts';
import type { Effect, Message } from '../messages.ts';
import { monotonicMs } from '../monotonic.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { findUndecided } from './find-undecided.ts';
import { getWithTwins } from './get-with-twins.ts';
import { handOn } from './hand-on.ts';
import { loadExcerpts } from './load-excerpts.ts';
import { loadMissing } from './load-missing.ts';
import { loadReferenceTree } from './load-reference-tree.ts';
import { loadRows } from './load-rows.ts';
import type { TextEditor } from './text-editor.ts';

export interface Ports {
  readonly corpus: Corpus;
  readonly journal: Journal;
  readonly terminal: Pick<Terminal, 'copy' | 'redraw' | 'suspend' | 'leaveFor'>;
  readonly editor: Pick<TextEditor, 'edit' | 'view'>;
  readonly around: Surroundings;
  /** Lets a person type or move on before more is asked for. */
  rest(ms: number): Promise<unknown>;
  /** Whether the newest of its kind is this one: what waited a moment may have been overtaken. */
  wanted(effect: Effect): boolean;
  /** Does it when what was begun under this name before is done, and not before the chunk of input that asks for it was read. */
  inTurn<T>(name: string, act: () => Promise<T>): Promise<T>;
  /** Whether a list waits for the answer to this question. */
  waitsFor(asked: number): boolean;
  /** The last effect of a kind. */
  newest<K extends Effect['kind']>(kind: K): Extract<Effect, { kind: K }> | null;
  send(message: Message): void;
  quit(): void;
}

/** Milliseconds for which counting may keep the event loop to itself. */
const COUNTING_HOLDS = 20;
/** Milliseconds the cursor rests before its cable is previewed. */
const PREVIEW_AFTER = 120;
/** Milliseconds without a letter before more than the rows is shown of what a filter finds: a slow link has its rows first. */
const TYPING_RESTS = 150;
/** Milliseconds without a verdict before they are counted. */
const TALLY_AFTER = 300;

export async function runEffect(effect: Effect, ports: Ports): Promise<void> {
  const { corpus, journal, terminal, around, send } = ports;
  switch (effect.kind) {
    case 'load-rows':
      return loadRows(effect, ports);
    case 'load-ids':
      return send({ kind: 'ids', asked: effect.asked, ids: await corpus.ids(effect.plan), by: effect.by });
    case 'load-values':
      return send({ kind: 'values', asked: effect.asked, values: await corpus.facets(effect.plan, effect.by) });
    case 'load-cable': {
      const [found, cites] = await Promise.all([getWithTwins(effect.id, corpus), corpus.cites(effect.id)]);
      return send({ kind: 'cable', asked: effect.asked, id: effect.id, found, cites });
    }
    case 'load-preview': {
      await ports.rest(PREVIEW_AFTER);
      if (!ports.wanted(effect)) return;
      return send({ kind: 'preview', id: effect.id, found: await corpus.get(effect.id) });
    }
    case 'load-excerpts':
      if (effect.typing) await ports.rest(TYPING_RESTS);
      return loadExcerpts(effect, ports);
    case 'load-names': {
      const all = (by: FacetName) => corpus.facets({ kind: 'all' }, by);
      const [origins, countries, tags, years] = await Promise.all([all('origin'), all('country'), all('tag'), all('year')]);
      return send({ kind: 'names', names: { generation: effect.generation, origins, countries, tags, years: years.toReversed() } });
    }
    case 'load-months':
      if (effect.typing) await ports.rest(TYPING_RESTS);
      if (!ports.wanted(effect)) return;
      return send({ kind: 'months', asked: effect.asked, values: await corpus.facets(effect.plan, 'month') });
    case 'load-missing':
      if (effect.typing) await ports.rest(TYPING_RESTS);
      return ports.wanted(effect) ? loadMissing(effect, ports) : undefined;
    case 'load-citing':
      return send({ kind: 'citing', of: effect.id, rows: await corpus.citedBy(effect.id) });
    case 'load-references':
      return send({ kind: 'references', of: effect.id, cites: await corpus.cites(effect.id) });
    case 'load-copied':
      return send({ kind: 'copied', what: effect.what, rows: await corpus.rows(effect.ids) });
    case 'hand-on':
      return send({ kind: 'handed-on', ...(await handOn(effect, ports)) });
    case 'load-tree':
      return send({ kind: 'tree', tree: await loadReferenceTree(effect.id, corpus) });
    case 'load-choices': {
      // With it comes the fuzzy search: not before somebody looks for something.
      const { findChoices } = await import('./find-choices.ts');
      return send({ kind: 'choices', text: effect.text, ...(await findChoices(effect.text, corpus, around)) });
    }
    case 'find-undecided': {
      return send({ kind: 'next-undecided', asked: effect.asked, ...(await findUndecided(effect, corpus, around)) });
    }
    case 'load-tally': {
      const { plan, queue } = effect;
      await ports.rest(TALLY_AFTER);
      if (!ports.wanted(effect)) return;
      const mine = (predicate: PersonalPredicate): Plan => ({ kind: 'personal', predicate, queue, value: null });
      const count = (...of: readonly Plan[]) => corpus.count({ kind: 'and', of: [plan, ...of] });
      const [kept, skipped, later] = await Promise.all([
        count(mine('kept')),
        count(mine('skipped')),
        count(mine('later'), { kind: 'not', of: mine('due') }),
      ]);
      // A verdict that came meanwhile is counted by the next one.
      if (ports.wanted(effect)) send({ kind: 'tally', asked: effect.asked, tally: { kept, skipped, later } });
      return;
    }
    case 'load-counts': {
      const counts = new Map<string, number>();
      const late = monotonicMs() + COUNTING_HOLDS;
      // The first frame waits for this turn of the event loop: with its numbers where they come quickly, else without.
      const leaveTurn = async () => {
        if (monotonicMs() > late) await nextTurn();
      };
      const facets = async (by: FacetName) => {
        await leaveTurn();
        return corpus.facets({ kind: 'all' }, by);
      };
      for (const [key, plan] of effect.queries) {
        await leaveTurn();
        counts.set(key, await corpus.count(plan));
      }
      for (const [key, by] of [
        ['origins', 'origin'],
        ['countries', 'country'],
        ['tags', 'tag'],
      ] as const)
        counts.set(key, (await facets(by)).length);
      return send({ kind: 'counts', counts, timeline: { years: await facets('year'), released: await facets('released') } });
    }
    case 'record':
      journal.record(effect.drafts);
      return;
    case 'undo':
      journal.undo(effect.action);
      return;
    case 'redo':
      journal.redo(effect.action);
      return;
    case 'copy':
      terminal.copy(effect.text);
      return;
    case 'edit': {
      const edited = await terminal.leaveFor(() => ports.editor.edit(effect.text));
      return send({ kind: 'edited', ...edited });
    }
    case 'adopt':
      await corpus.adopt();
      return send({ kind: 'adopted' });
    case 'redraw':
      terminal.redraw();
      return;
    case 'suspend':
      await journal.flush();
      return terminal.suspend();
    case 'quit':
      return ports.quit();
  }
}
