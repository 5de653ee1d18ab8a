/* The schema of config.json: what may stand there, in words. Errors, docs/config.schema.json and docs/config.md are made from it. */
import * as z from 'zod';
import { type CommandId, defaultCommands } from '../reader/keys/keymap.ts';
import { readSequence } from '../reader/keys/read-sequence.ts';
import type { Role } from '../text/line.ts';
import { readPaint } from '../text/paint.ts';
import { COLUMNS, THEMES } from './config.ts';
import { LINK_PLACES, strangePlace } from './fill-link.ts';

const sequence = z.string().superRefine((text, context) => {
  const read = readSequence(text);
  if ('problem' in read) context.addIssue({ code: 'custom', message: read.problem });
});

const keys = z.union([sequence, z.array(sequence)]);

const paint = z.string().superRefine((text, context) => {
  const read = readPaint(text);
  if ('problem' in read) context.addIssue({ code: 'custom', message: read.problem });
});

const link = z.string().superRefine((text, context) => {
  const strange = strangePlace(text);
  if (strange !== null)
    context.addIssue({
      code: 'custom',
      message: `{${strange}} is filled by nothing; there are ${LINK_PLACES.map((name) => `{${name}}`).join(' ')}`,
    });
});

const zone = z.string().superRefine((name, context) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    context.addIssue({ code: 'custom', message: `${JSON.stringify(name)} is no time zone; write one like Europe/Berlin or UTC` });
  }
});

const tagName = z.string().regex(/^[^\s+#-][^\s]*$/, { error: 'a tag without blanks, + or #: follow-up' });

const ROLES: Readonly<Record<Role, string>> = {
  plain: 'ordinary text',
  accent: 'the cursor, the place, what was typed',
  strong: 'titles and keys',
  dim: 'what was read or is beside the point',
  good: 'something was done',
  warn: 'something did not work',
  bad: 'trouble',
  hit: 'a search hit; stays inverse',
  tag: 'tags of your own',
  link: 'what can be followed; stays underlined',
  redacted: 'what the publisher took out',
};

export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Address of this schema, for editors.'),
  keys: z
    .strictObject(
      Object.fromEntries(
        defaultCommands.map(({ id, title, keys: bound }) => [id, keys.optional().meta({ description: title, default: bound })]),
      ) as Record<CommandId, z.ZodOptional<typeof keys>>,
    )
    .optional()
    .describe(
      'Keys of commands: one ("v"), a sequence ("g h"), or a list; the first is shown in hints, [] takes all away. Named keys: space enter esc tab S-tab backspace delete insert up down left right pgup pgdn home end f1 to f12; ^d with control, M-b with alt. What stands here wins over the keys of the program.',
    ),
  theme: z.enum(THEMES).optional().meta({
    description:
      'Colours: dark, light (for light backgrounds), contrast (bright, nothing dim); auto asks COLORFGBG, else dark. NO_COLOR wins.',
    default: 'auto',
  }),
  colours: z
    .strictObject(
      Object.fromEntries(Object.entries(ROLES).map(([role, what]) => [role, paint.optional().describe(what)])) as Record<
        Role,
        z.ZodOptional<typeof paint>
      >,
    )
    .optional()
    .describe(
      'Colours of your own by what they mean: "cyan", "bright-red", "#5fd7d7", 0 to 255, with bold, dim, italic, underline or inverse before them. One that could not be read on the background of the theme is left out.',
    ),
  columns: z
    .array(z.enum(COLUMNS))
    .optional()
    .meta({
      description:
        'Columns of a list, from left to right. The subject takes the room that the others leave; marks are bookmarks, notes and the day of later.',
      default: ['id', 'created', 'classification', 'subject', 'tags', 'marks'],
    }),
  links: z
    .strictObject({
      cable: link.optional().describe('Address of a cable, as the key for its link copies it.'),
      paragraph: link.optional().describe('Address of a paragraph.'),
    })
    .optional()
    .describe(
      'Addresses with places to fill in: {id}, {year}, {month} and {day} of creation, {paragraph}, the number that the source site gives it.',
    ),
  favourites: z.array(tagName).max(9).optional().describe('Tags of t1 to t9, in this order. Without it: those used most.'),
  zone: zone.optional().describe('Time zone of what you did, like Europe/Berlin. Without it: the machine’s. Times of cables are UTC.'),
  mouse: z.boolean().optional().meta({
    description: 'The wheel scrolls, a click puts the cursor on a row, another one opens it; text is then selected with shift held.',
    default: false,
  }),
  ambiguous: z
    .enum(['narrow', 'wide'])
    .optional()
    .meta({ description: 'How wide your terminal draws ● ✓ … and their like; wide draws letters instead.', default: 'narrow' }),
  excerpts: z.boolean().optional().meta({ description: 'Text around the first hit below the rows of a search.', default: true }),
});
