/* The keys as they are bound now: those of the program, with what the config changes. */
import { type Command, type CommandId, defaultCommands, type ScreenKind, titleOn } from './keymap.ts';

export class Keymap {
  readonly commands: readonly Command[];
  readonly #byId: ReadonlyMap<CommandId, Command>;

  constructor(commands: readonly Command[]) {
    this.commands = commands;
    this.#byId = new Map(commands.map((command) => [command.id, command]));
  }

  commandOf(id: CommandId): Command {
    return this.#byId.get(id)!;
  }

  /** The first key of a command, as hints show it: `gh`; empty where it has none. */
  keyOf(id: CommandId): string {
    return (this.commandOf(id).keys[0] ?? '').replaceAll(' ', '');
  }

  /** The first key of a command's sequence: what `g h` begins with. */
  prefixOf(id: CommandId): string {
    return (this.commandOf(id).keys[0] ?? '').split(' ')[0]!;
  }

  /** `   J next cable`, to stand behind a status; empty where the command has no key. */
  hint(id: CommandId, label: string): string {
    const key = this.keyOf(id);
    return key === '' ? '' : `   ${key} ${label}`;
  }

  /** The command that a key or sequence means on a screen; `prefix` where more keys must follow; null where nothing is bound. */
  find(sequence: string, screen: ScreenKind): CommandId | 'prefix' | null {
    const here = this.commands.filter(({ on }) => on.includes(screen));
    const whole = here.find(({ keys }) => keys.some((key) => isBound(key, sequence)));
    if (whole) return whole.id;
    return here.some(({ keys }) => keys.some((key) => key.startsWith(`${sequence} `))) ? 'prefix' : null;
  }

  /** The command that a sequence means on other screens, for the line that says why it does nothing here. */
  findElsewhere(sequence: string): Command | null {
    return this.commands.find(({ keys }) => keys.some((key) => isBound(key, sequence))) ?? null;
  }

  /** What may follow a prefix on a screen. */
  continuations(prefix: string, screen: ScreenKind): readonly { readonly key: string; readonly title: string }[] {
    return this.commands
      .filter(({ on }) => on.includes(screen))
      .flatMap((command) =>
        command.keys
          .filter((key) => key.startsWith(`${prefix} `))
          .map((key) => ({ key: key.slice(prefix.length + 1).replaceAll(' ', ''), title: titleOn(command, screen) })),
      );
  }
}

/** Whether a sequence of keys as pressed is the one that is bound. */
const isBound = (bound: string, pressed: string): boolean =>
  bound === pressed || (bound.endsWith('A-Z') && /[A-Z]$/.test(pressed) && bound.slice(0, -3) === pressed.slice(0, -1));

/** The keymap of a config that binds nothing. */
export const defaultKeymap = new Keymap(defaultCommands);
