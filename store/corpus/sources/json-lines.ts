/* JSON lines: the lines of our own shards and exports. A shard line keeps the source it names; of any other object an id and a body are
 * enough.
 */
import { hash } from 'node:crypto';
import * as z from 'zod';
import type { FoundCable } from '../../cable/cable.ts';
import type { ShardLine } from '../shards/shard-line.ts';
import { shardLineSchema } from '../shards/shard-line-schema.ts';
import { tidyId } from './cable-id.ts';
import { decodeBytes } from './decode-text.ts';
import { LONGEST, type Reading, tooLong } from './reading.ts';

const text = z.string().nullish();
const strings = z.array(z.string()).catch([]);

/** What `show --json` and the like say of a cable, as far as it can be read back. */
const exportedSchema = z.object({
  id: z.string().min(1),
  body: z.string(),
  headerText: z.string().catch(''),
  created: text,
  released: text,
  classification: text,
  origin: text,
  subject: text,
  cells: shardLineSchema.shape.cells.partial().optional().catch(undefined),
  source: z.object({ edition: shardLineSchema.shape.source.shape.edition }).optional().catch(undefined),
  links: strings,
  articles: strings,
});

/**
 * Reads the lines of a stretch of a file that begins and ends with whole lines.
 * @param base byte of the file at which the stretch begins
 */
export function* readJsonLines(buffer: Buffer, path: string, base = 0): Generator<Reading> {
  const holders = new Map<string, ShardLine>();
  for (let start = 0; start < buffer.length; ) {
    const newline = buffer.indexOf(10, start);
    const end = newline === -1 ? buffer.length : newline;
    const next = newline === -1 ? end : newline + 1;
    const where = `line at byte ${base + start}`;
    if (end - start > LONGEST) yield { read: tooLong('the line'), problems: [], end: base + next, where };
    else {
      const { text, problem } = decodeBytes(buffer, start, end);
      if (text.trim() !== '') yield { ...readJsonLine(text, path, holders), problems: problem ? [problem] : [], end: base + next, where };
    }
    start = next;
  }
}

/**
 * Reads one line.
 * @param holders texts of the lines before it, by the sha256 of their source: filled here, for lines that say `sameAs`
 */
export function readJsonLine(line: string, path: string, holders: Map<string, ShardLine> = new Map()): Pick<Reading, 'read' | 'textless'> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { read: { refused: 'damaged-line', message: 'not a JSON object on one line: passed over' } };
  }
  const asShard = shardLineSchema.safeParse(value);
  if (asShard.success) {
    const found = asShard.data as ShardLine;
    if (found.body !== undefined) {
      holders.set(found.source.sha256, found);
      return { read: toCable(found, found) };
    }
    const holder = found.sameAs === undefined ? undefined : holders.get(found.sameAs);
    if (holder?.body !== undefined) return { read: toCable(found, holder) };
    return {
      read: { refused: 'no-text', message: 'the line has no text, and the line it names is not here: passed over' },
      textless: found,
    };
  }
  const exported = exportedSchema.safeParse(value);
  if (!exported.success) {
    const issue = exported.error.issues[0];
    const message = `no cable in the line: ${issue?.path.join('.') || 'object'}: ${issue?.message ?? 'not understood'}`;
    return { read: { refused: 'no-cable', message } };
  }
  return { read: fromExport(exported.data, path, hash('sha256', line)) };
}

function toCable({ id, cells, headerText, source }: ShardLine, holder: ShardLine): FoundCable {
  return { id, cells, headerText: headerText ?? holder.headerText ?? '', body: holder.body!, source };
}

function fromExport(exported: z.infer<typeof exportedSchema>, path: string, sha256: string): FoundCable {
  const { id, body, headerText, cells, source, links, articles, ...top } = exported;
  return {
    id: tidyId(id),
    cells: {
      created: cells?.created ?? top.created ?? null,
      released: cells?.released ?? top.released ?? null,
      classification: cells?.classification ?? top.classification ?? null,
      origin: cells?.origin ?? top.origin ?? null,
      subject: cells?.subject ?? top.subject ?? null,
      links: cells?.links ?? links,
      articles: cells?.articles ?? articles,
      ...(cells?.references && { references: cells.references }),
    },
    headerText,
    body,
    source: { format: 'ndjson', edition: source?.edition ?? 'saved', path, sha256 },
  };
}
