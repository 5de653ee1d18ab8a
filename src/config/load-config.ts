/* Finds config.json, reads it, and says what is wrong with it: a bad one never stops anything. Where there is none, nothing is loaded to check it. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { themeOf } from '../text/theme.ts';
import { type Config, defaultConfig } from './config.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface ConfigProblem {
  /** From 1; 0 where it concerns the file as a whole. */
  readonly line: number;
  /** `keys.keep`; empty where it concerns the file as a whole. */
  readonly field: string;
  readonly message: string;
}

export interface LoadedConfig {
  readonly file: string;
  /** Whether the file is there. */
  readonly found: boolean;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** `--config FILE`, else `CABLES_CONFIG`, else `$XDG_CONFIG_HOME/cables/config.json`. */
export function configFile(given: string | undefined, env: Env): { readonly file: string; readonly named: boolean } {
  const named = given ?? env['CABLES_CONFIG'];
  if (named) return { file: named, named: true };
  return { file: join(env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config'), 'cables', 'config.json'), named: false };
}

export async function loadConfig(given: string | undefined, env: Env): Promise<LoadedConfig> {
  const { file, named } = configFile(given, env);
  const broken = (message: string, found: boolean, line = 0): LoadedConfig => ({
    file,
    found,
    config: defaultConfig,
    problems: [{ line, field: '', message }],
  });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') return broken(`cannot be read (${code})`, true);
    return named ? broken('there is no such file', false) : { file, found: false, config: defaultConfig, problems: [] };
  }
  const background = themeOf(env);
  const { checkedBefore } = await import('./checked-before.ts');
  return checkedBefore([file, text, background], env, async () => {
    const [{ readJson, JsonMistake }, { checkConfig }] = await Promise.all([import('./read-json.ts'), import('./check-config.ts')]);
    try {
      const { value, lineOf } = readJson(text.replace(/^\uFEFF/, ''));
      const { config, mistakes } = checkConfig(value, background);
      const problems = mistakes.map(({ path, message }) => ({ line: lineOf(path), field: path.join('.'), message }));
      return { file, found: true, config, problems: problems.sort((a, b) => a.line - b.line) };
    } catch (error) {
      if (error instanceof JsonMistake) return broken(`${error.message}. Nothing of the file is used`, true, error.line);
      throw error;
    }
  });
}

/** `line 12: keys.kepe: there is no command kepe; nearest: keep`. */
export function describeProblem({ line, field, message }: ConfigProblem): string {
  return [line > 0 ? `line ${line}` : '', field, message].filter(Boolean).join(': ');
}

/** All of it in one line, for where there is room for no more. */
export function summarizeProblems({ file, problems }: LoadedConfig): string | null {
  const [first] = problems;
  if (!first) return null;
  const count = problems.length === 1 ? 'A mistake' : `${problems.length} mistakes`;
  return `${count} in ${file.split('/').at(-1)} (cables config): ${describeProblem(first)}`;
}
