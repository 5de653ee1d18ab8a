/* What changed between two moments: tags, verdicts, bookmarks, notes. Pure. */
import type { Personal, Verdict } from './personal.ts';

export interface StateChange {
  readonly kind: 'tag' | 'verdict' | 'bookmark' | 'note';
  readonly cable: string;
  /** Before and after, in words; null: there was none. `+follow-up`, `kept for border`, `¶2 the gauge quote`. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Every difference, by cable, then tags, verdicts, bookmarks, notes. */
export function compareStates(before: Personal, after: Personal): StateChange[] {
  const changes = [
    ...compareSets('tag', tagsByCable(before), tagsByCable(after)),
    ...compareSets('verdict', verdictsByCable(before, after), verdictsByCable(after, before)),
    ...compareSets(
      'bookmark',
      thingsByCable(before.bookmarks(), ({ label, quote }) => label ?? quote ?? ''),
      thingsByCable(after.bookmarks(), ({ label, quote }) => label ?? quote ?? ''),
    ),
    ...compareSets(
      'note',
      thingsByCable(before.notes(), ({ text }) => text),
      thingsByCable(after.notes(), ({ text }) => text),
    ),
  ];
  return changes.sort((a, b) => (a.cable < b.cable ? -1 : a.cable > b.cable ? 1 : 0));
}

/** cable -> slot (tag, question, paragraph) -> what stands there, in words. */
type ByCable = Map<string, Map<string, string>>;

function compareSets(kind: StateChange['kind'], before: ByCable, after: ByCable): StateChange[] {
  const changes: StateChange[] = [];
  for (const cable of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(cable), after.get(cable)];
    for (const slot of new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])) {
      const change = { kind, cable, before: was?.get(slot) ?? null, after: is?.get(slot) ?? null };
      if (change.before !== change.after) changes.push(change);
    }
  }
  return changes;
}

function tagsByCable(personal: Personal): ByCable {
  const found: ByCable = new Map();
  for (const cable of personal.ids('tagged', null, null))
    for (const tag of personal.mark(cable, null).tags) put(found, cable, tag, `#${tag}`);
  return found;
}

function verdictsByCable(personal: Personal, other: Personal): ByCable {
  const found: ByCable = new Map();
  const names = new Map([...other.searches(), ...personal.searches()].map(({ id, name }) => [id, name]));
  for (const queue of [null, ...names.keys()]) {
    const question = queue === null ? '' : ` for ${names.get(queue)}`;
    for (const verdict of ['kept', 'skipped', 'later'] satisfies Verdict[]) {
      for (const cable of personal.ids(verdict, queue, null)) put(found, cable, queue ?? '', `${verdict}${question}`);
    }
  }
  return found;
}

function thingsByCable<T extends { readonly cable: string; readonly para: number | null; readonly id: string }>(
  things: readonly T[],
  words: (thing: T) => string,
): ByCable {
  const found: ByCable = new Map();
  for (const thing of things)
    put(found, thing.cable, thing.id, [thing.para === null ? '' : `¶${thing.para}`, words(thing)].filter(Boolean).join(' '));
  return found;
}

function put(found: ByCable, cable: string, slot: string, words: string): void {
  const slots = found.get(cable) ?? new Map<string, string>();
  slots.set(slot, words);
  found.set(cable, slots);
}
