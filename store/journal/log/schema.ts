/* What may be written. Checked before a line is made, never on replay: replay is a hot path, and a line with a right sum
 * was checked when it was written.
 */
import * as z from 'zod';
import type { EventDraft, EventType } from '../events.ts';

const cable = z.string().min(1).max(200);
const cables = z.array(cable).min(1);
const via = z.strictObject({
  query: z.string().optional(),
  search: z.string().optional(),
  from: z.string().optional(),
  jump: z.string().optional(),
  hit: z.number().int().positive().optional(),
});
const because = z.string().optional();
const queue = z.string().nullable();
const ordinal = z.number().int().positive();
const count = z.number().int().nonnegative();
const tag = z.string().min(1);
const verdict = z.strictObject({ cables, queue, via, because });

/** One schema an event type: shapes as in JOURNAL's table of events. */
export const schemas = {
  'cable.kept': verdict,
  'cable.skipped': verdict,
  'cable.deferred': z.strictObject({ cables, queue, until: z.string().optional(), words: z.string().optional(), via, because }),
  'cable.reset': verdict,
  'tag.added': z.strictObject({ cables, tag, via, because }),
  'tag.removed': z.strictObject({ cables, tag, via, because }),
  'tag.renamed': z.strictObject({ from: tag, to: tag }),
  'bookmark.added': z.strictObject({
    bookmark: z.string().min(1),
    cable,
    para: ordinal.optional(),
    quote: z.string().optional(),
    label: z.string().optional(),
    via,
  }),
  'bookmark.removed': z.strictObject({ bookmark: z.string().min(1) }),
  'note.written': z.strictObject({
    note: z.string().min(1),
    cable,
    para: ordinal.optional(),
    quote: z.string().optional(),
    text: z.string(),
    base: z.string().nullable(),
    draft: z.boolean().optional(),
    via,
  }),
  'note.removed': z.strictObject({ note: z.string().min(1), base: z.string().nullable() }),
  'cable.marked': z.strictObject({ cables, as: z.enum(['read', 'unread']), via }),
  'search.saved': z.strictObject({ search: z.string().min(1), name: z.string().min(1), query: z.string() }),
  'search.removed': z.strictObject({ search: z.string().min(1) }),
  'search.looked': z.strictObject({ search: z.string().min(1), run: count }),
  'action.undone': z.strictObject({ action: z.string().min(1) }),
  'device.named': z.strictObject({ name: z.string().min(1) }),
  'device.adopted': z.strictObject({ from: z.string().min(1) }),
  'reading.forgotten': z.strictObject({ before: z.string().min(7) }),
  'cable.opened': z.strictObject({ cable, via }),
  'cable.read': z.strictObject({ cable, version: z.string(), para: count, of: count, ms: count }),
  'search.run': z.strictObject({ query: z.string(), hits: count }),
} satisfies Record<EventType, z.ZodType>;

/** @throws a sentence naming the field, where a draft is not what its type says: a programming error, never a person's. */
export function checkAgainstSchema(draft: EventDraft): void {
  const result = schemas[draft.type].safeParse(draft.data);
  if (result.success) return;
  const [issue] = result.error.issues;
  throw new TypeError(`The event ${draft.type} cannot be written: ${issue?.path.join('.') ?? 'data'}: ${issue?.message ?? 'wrong shape'}.`);
}
