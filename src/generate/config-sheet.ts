/* docs/config.md, from the schema that checks the file. */
import * as z from 'zod';
import { configSchema } from '../config/config-schema.ts';

interface Field {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Field>>;
}

/** Every field with what it means; the commands of `keys` stand in keys.md. */
export function configSheet(): string {
  const { properties = {} } = z.toJSONSchema(configSchema, { io: 'input' }) as Field;
  return Object.entries(properties)
    .filter(([name]) => name !== '$schema')
    .map(([name, field]) => `## ${name}\n\n${field.description ?? ''}\n${detailsOf(name, field)}`)
    .join('\n');
}

function detailsOf(name: string, { properties, default: preset }: Field): string {
  const parts: string[] = [];
  if (preset !== undefined) parts.push(`Where it is not set: \`${JSON.stringify(preset)}\``);
  if (properties && name !== 'keys')
    parts.push(
      [
        '| | |',
        '|---|---|',
        ...Object.entries(properties).map(([inner, { description }]) => `| \`${inner}\` | ${description ?? ''} |`),
      ].join('\n'),
    );
  if (name === 'keys') parts.push('The names of the commands are in [keys.md](keys.md).');
  return parts.map((part) => `\n${part}\n`).join('');
}
