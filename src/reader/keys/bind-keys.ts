/* Lays the bindings of the config over those of the program.
 *
 * What the config says wins over the program's own keys; of two in the config the first wins. Whoever loses a key by it is named, so that
 * nobody wonders where a command went. A command without which one could not find out again is never left without a key.
 */
import { type Command, type CommandId, defaultCommands } from './keymap.ts';
import { Keymap } from './live-keymap.ts';

export type Bindings = Readonly<Partial<Record<CommandId, readonly string[]>>>;

/** A key that two commands want on one screen, or a command that needs one. */
export interface KeyConflict {
  /** The command in the config that brought it about. */
  readonly command: CommandId;
  readonly message: string;
}

export interface BoundKeys {
  readonly keymap: Keymap;
  readonly conflicts: readonly KeyConflict[];
}

const NEEDED: ReadonlySet<CommandId> = new Set(['back', 'cancel', 'box', 'help']);

export function bindKeys(bindings: Bindings): BoundKeys {
  const bound = layOver(bindings);
  const lost = bound.keymap.commands.filter(({ id, keys }) => NEEDED.has(id) && keys.length === 0);
  if (lost.length === 0) return bound;
  const given = giveBack(lost, bindings);
  const again = bindKeys(given.bindings);
  return { keymap: again.keymap, conflicts: [...given.conflicts, ...again.conflicts] };
}

function layOver(bindings: Bindings): BoundKeys {
  const conflicts: KeyConflict[] = [];
  const commands = new Map(defaultCommands.map((command) => [command.id, command]));
  const bound: Command[] = [];
  for (const [id, keys] of entriesOf(bindings)) {
    const command = commands.get(id)!;
    const free = keys.filter((key) => {
      if (key.includes('A-Z') && id !== 'reference-by-label') {
        conflicts.push({ command: id, message: 'A-Z is the letter of a reference: for reference-by-label alone' });
        return false;
      }
      const other = takerOf(key, command, bound);
      if (other) conflicts.push({ command: id, message: `${nameSequence(key)} is ${other.id} already, not ${id}` });
      return !other;
    });
    bound.push({ ...command, keys: free });
    commands.set(id, bound.at(-1)!);
  }
  for (const command of defaultCommands.filter(({ id }) => !Object.hasOwn(bindings, id))) {
    const kept = command.keys.filter((key) => {
      const taker = takerOf(key, command, bound);
      if (taker) conflicts.push({ command: taker.id, message: `${nameSequence(key)} is now ${taker.id}, no longer ${command.id}` });
      return !taker;
    });
    commands.set(command.id, { ...command, keys: kept });
  }
  return { keymap: new Keymap([...commands.values()]), conflicts };
}

/** The bindings without those that leave a needed command without a key: it has its own again, whoever wanted them. */
function giveBack(
  lost: readonly Command[],
  bindings: Bindings,
): { readonly bindings: Bindings; readonly conflicts: readonly KeyConflict[] } {
  const conflicts: KeyConflict[] = [];
  const given: Partial<Record<CommandId, readonly string[]>> = { ...bindings };
  for (const { id } of lost) {
    const own = defaultCommands.find((command) => command.id === id)!;
    if (given[id]) conflicts.push({ command: id, message: `${id} must have a key; it keeps ${nameSequences(own.keys)}` });
    delete given[id];
    for (const [other, keys] of entriesOf(given)) {
      const kept = keys.filter((key) => !own.keys.some((needed) => collide(needed, key)));
      if (kept.length === keys.length) continue;
      conflicts.push({ command: other, message: `${nameSequences(own.keys)} stays ${id}, which must have a key` });
      if (kept.length > 0) given[other] = kept;
      else delete given[other];
    }
  }
  return { bindings: given, conflicts };
}

const entriesOf = (bindings: Bindings) => Object.entries(bindings) as [CommandId, readonly string[]][];

/** The command among these that a key would be taken from, or by. */
const takerOf = (key: string, command: Command, among: readonly Command[]): Command | undefined =>
  among.find((other) => share(other, command) && other.keys.some((taken) => collide(taken, key)));

/** Whether both commands work on some screen. */
const share = (a: Command, b: Command): boolean => a.id !== b.id && a.on.some((screen) => b.on.includes(screen));

/** Whether one would hide the other: the same keys, or the beginning of a sequence. `A-Z` stands for any capital. */
function collide(a: string, b: string): boolean {
  const [one, other] = [a.split(' '), b.split(' ')];
  const shorter = Math.min(one.length, other.length);
  return one.slice(0, shorter).every((key, i) => same(key, other[i]!));
}

const same = (a: string, b: string): boolean => a === b || (a === 'A-Z' && /^[A-Z]$/.test(b)) || (b === 'A-Z' && /^[A-Z]$/.test(a));

const nameSequence = (keys: string): string => keys.replaceAll(' ', '');

const nameSequences = (keys: readonly string[]): string => keys.map(nameSequence).join(' ');
