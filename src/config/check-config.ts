/* A value that was read from config.json -> what of it holds, and what is wrong with the rest. One mistake costs no more than its own field. */
import { editDistance, nearestName } from '../../store/query/nearest-name.ts';
import { bindKeys } from '../reader/keys/bind-keys.ts';
import type { CommandId } from '../reader/keys/keymap.ts';
import { readSequence } from '../reader/keys/read-sequence.ts';
import { type ThemeName, whyUnreadable } from '../text/theme.ts';
import { type Config, defaultConfig } from './config.ts';
import { configSchema } from './config-schema.ts';
import type { Path } from './read-json.ts';

export interface Mistake {
  readonly path: Path;
  /** What is wrong, and the nearest that would be right. */
  readonly message: string;
}

type Issue = ReturnType<typeof issuesOf>[number];
type Written = NonNullable<ReturnType<typeof configSchema.safeParse>['data']>;

/** @param background theme that `auto` stands for here */
export function checkConfig(value: unknown, background: ThemeName): { readonly config: Config; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  let left = value;
  // What is wrong is taken out until the rest holds: an unknown field hides what is wrong beside it.
  for (let issues = issuesOf(left); issues.length > 0; issues = issuesOf(left)) {
    const found = issues.flatMap((issue) => readIssue(issue, left));
    mistakes.push(...found);
    left = found.some(({ path }) => path.length === 0)
      ? {}
      : without(
          left,
          found.map(({ path }) => path),
        );
  }
  const { $schema: _, keys = {}, colours = {}, links, theme = 'auto', ...rest } = configSchema.parse(left);
  const bindings = readBindings(keys);
  for (const { command, message } of bindKeys(bindings).conflicts) mistakes.push({ path: ['keys', command], message });
  const readable = Object.entries(colours).filter(([role, text]) => {
    const why = whyUnreadable(text, theme === 'auto' ? background : theme);
    if (why !== null) mistakes.push({ path: ['colours', role], message: why });
    return why === null;
  });
  const config: Config = {
    ...defaultConfig,
    ...rest,
    theme,
    keys: bindings,
    colours: Object.fromEntries(readable),
    links: { ...defaultConfig.links, ...links },
  };
  return { config, mistakes };
}

const issuesOf = (value: unknown) => configSchema.safeParse(value, { reportInput: true }).error?.issues ?? [];

function readBindings(keys: NonNullable<Written['keys']>): Partial<Record<CommandId, readonly string[]>> {
  const bound = Object.entries(keys).map(([id, given]) => {
    const sequences = [given].flat().map((text) => readSequence(text));
    return [id, sequences.flatMap((read) => ('keys' in read ? [read.keys] : []))] as const;
  });
  return Object.fromEntries(bound);
}

function readIssue(issue: Issue, value: unknown): Mistake[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({
        path: [...path, name],
        message: `there is no ${path[0] === 'keys' ? 'command' : 'field'} ${name}${nearest(name, fieldsAt(path))}`,
      }));
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = typeof issue.input === 'string' ? nearest(issue.input, values) : '';
      return [{ path, message: `${show(issue.input)} is none of ${values.join(', ')}${near}` }];
    }
    case 'invalid_union': {
      // A list that is wrong in one of its items, a text that is no key: the reading that got further.
      const further =
        issue.errors.find(([first]) => first?.code !== 'invalid_type') ?? issue.errors.find(([first]) => (first?.path.length ?? 0) > 0);
      if (further) return further.flatMap((inner) => readIssue({ ...inner, path: [...issue.path, ...inner.path] }, value));
      return [{ path, message: `${show(issue.input)} is neither a key such as "v" or "g h" nor a list of keys` }];
    }
    case 'invalid_type':
      return [{ path, message: `${show(issue.input)} is not ${NAMES[issue.expected] ?? issue.expected}` }];
    case 'too_big':
      return [{ path, message: `more than ${issue.maximum}` }];
    case 'invalid_format':
      return [{ path, message: `${show(issue.input)} is not ${issue.message}` }];
    default:
      return [{ path, message: issue.message }];
  }
}

const NAMES: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  string: 'a text in ""',
  array: 'a list in [ ]',
  object: 'fields in { }',
};

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

/** Names that may stand in an object of the schema. */
function fieldsAt([field]: Path): string[] {
  const { shape } = configSchema;
  const inner = field === 'keys' || field === 'colours' || field === 'links' ? shape[field].unwrap().shape : shape;
  return Object.keys(inner).filter((name) => name !== '$schema');
}

/** `; nearest: colours`: within two letters, else the one that begins alike, else all of a short list. */
function nearest(word: string, names: readonly string[]): string {
  const near =
    nearestName(word, names) ??
    names.filter((name) => name.includes(word) || word.includes(name)).sort((a, b) => editDistance(a, word) - editDistance(b, word))[0];
  return near !== undefined ? `; nearest: ${near}` : names.length <= 12 ? `; there are ${names.join(', ')}` : '';
}

/** The value without what stands at these paths. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const of = (name: string) => paths.filter(([first]) => String(first) === name);
  const kept = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const deeper = of(name);
    return deeper.some(({ length }) => length === 1)
      ? []
      : [
          [
            name,
            without(
              inner,
              deeper.map((path) => path.slice(1)),
            ),
          ],
        ];
  });
  return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
}
