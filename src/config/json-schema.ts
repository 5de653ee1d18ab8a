/* The schema as editors read it: `cables config schema`, docs/config.schema.json. */
import * as z from 'zod';
import { configSchema } from './config-schema.ts';

export function configJsonSchema(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'config.json of cables', ...schema }, null, 2)}\n`;
}
