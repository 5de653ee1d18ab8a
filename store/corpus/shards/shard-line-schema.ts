/* The shape of a shard line, for lines that come from elsewhere. Apart, so that reading a cable does not load what checks an import. */
import * as z from 'zod';

const text = z.string().nullable();

export const shardLineSchema = z.object({
  id: z.string().min(1),
  cells: z.object({
    created: text,
    released: text,
    classification: text,
    origin: text,
    subject: text,
    links: z.array(z.string()),
    articles: z.array(z.string()),
    references: z.array(z.string()).optional(),
  }),
  headerText: z.string().optional(),
  body: z.string().optional(),
  sameAs: z.string().optional(),
  source: z.object({
    format: z.enum(['page', 'text', 'csv', 'ndjson']),
    edition: z.enum(['2010-11-29', '2010-12', '2011-04', 'final', 'csv', 'saved']),
    path: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});
