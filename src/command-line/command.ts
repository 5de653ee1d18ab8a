/* What a verb of the command line is. Each file in commands/ exports one; the usage, help and completion are made from them. */
import type { Options } from 'yargs';
import type { LoadedConfig } from '../config/load-config.ts';

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly now: () => Date;
  /** IANA name of the zone personal times are shown in. */
  readonly zone: string;
  /** What config.json says, and what is wrong with it. */
  readonly loaded: LoadedConfig;
}

export interface Given {
  /** Options of the command and the common ones, by name. */
  readonly options: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly words: readonly string[];
  /** Words after a lone `--`, or null where there is none. */
  readonly after: readonly string[] | null;
}

export interface Command {
  readonly name: string;
  /** What follows the name in the usage line: `REF[#12]`. */
  readonly takes: string;
  /** One line, in the imperative. */
  readonly describe: string;
  readonly options: Readonly<Record<string, Options>>;
  readonly examples?: readonly (readonly [command: string, what: string])[];
  /** @returns the exit code. @throws Refusal with one sentence. */
  run(given: Given, around: Surroundings): Promise<number>;
}

/** On every command. */
export const commonOptions = {
  store: { type: 'string', describe: 'library folder (else CABLES_STORE, else $XDG_DATA_HOME/cables)' },
  corpus: { type: 'string', describe: 'a shared, read-only corpus folder, with the private journal of --store' },
  config: { type: 'string', describe: 'settings (else CABLES_CONFIG, else $XDG_CONFIG_HOME/cables/config.json)' },
  sample: { type: 'boolean', describe: 'the bundled sample cables instead of your own' },
} as const satisfies Record<string, Options>;
