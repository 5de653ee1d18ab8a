/* A line of a shard: what was found, and nothing else. No time of import, so that the same sources give the same bytes.
 *
 *     {"id":…,"cells":{…},"headerText":…,"body":…,"source":{…,"sha256":…}}
 *
 * A text that is already here under the same id is not written twice. Its line names the line that has the text by the sha256 of
 * that line's source, and has a header only where it differs:
 *
 *     {"id":…,"cells":{…},"sameAs":"<sha256>","source":{…,"sha256":…}}
 *
 * Keys stand in this order: the id can be read off the beginning of a line and the sha256 off its end, without parsing it.
 */
import type { FoundCable } from '../../cable/cable.ts';

export interface ShardLine extends Omit<FoundCable, 'headerText' | 'body'> {
  readonly headerText?: string;
  /** Absent where an earlier line of the same id has the same text. */
  readonly body?: string;
  /** `source.sha256` of the line that has the text. */
  readonly sameAs?: string;
}

/** One line, with its newline. */
export function formatShardLine({ id, cells, headerText, body, source, ...rest }: ShardLine): string {
  const sameAs = rest.sameAs;
  const { created, released, classification, origin, subject, links, articles, references } = cells;
  const { format, edition, path, sha256 } = source;
  const ordered = {
    id,
    cells: { created, released, classification, origin, subject, links, articles, references },
    headerText,
    body,
    sameAs,
    source: { format, edition, path, sha256 },
  };
  return `${JSON.stringify(ordered)}\n`;
}

/** What stands around the two texts of a line with text, for who has these as JSON already. */
export function formatAroundTexts({ id, cells, source }: Omit<FoundCable, 'headerText' | 'body'>): readonly [string, string, string] {
  const line = formatShardLine({ id, cells, headerText: '', body: '', source });
  const between = '"headerText":"","body":""';
  const at = line.lastIndexOf(between);
  return [line.slice(0, at + '"headerText":"'.length), '","body":"', line.slice(at + between.length - 1)];
}

export interface AroundTexts extends Omit<ShardLine, 'headerText' | 'body' | 'sameAs'> {
  /** Else it names another line that has its text; which one is left out here. */
  readonly hasBody: boolean;
}

/** A line that this module wrote, without decoding its texts: a tenth of the time. Quotes are escaped in texts, so that they hold none of the keys. */
export function parseAroundTexts(bytes: Buffer): AroundTexts {
  const source = bytes.lastIndexOf(',"source":{');
  const header = bytes.indexOf(',"headerText":"');
  const body = bytes.indexOf(',"body":"', Math.max(0, header));
  const sameAs = body === -1 ? bytes.indexOf(',"sameAs":"', Math.max(0, header)) : -1;
  const texts = [header, body, sameAs, source].find((at) => at !== -1)!;
  const line = `${bytes.toString('utf8', 0, texts)}${bytes.toString('utf8', source)}`;
  return { ...(JSON.parse(line) as Omit<ShardLine, 'headerText' | 'body'>), hasBody: body !== -1 };
}

/** What stands at the two ends of a line. */
export interface LineEnds {
  readonly id: string;
  /** Of its source. */
  readonly sha256: string;
}

const BEGIN = '{"id":"';
const END = '"}}';
const SHA256 = 64;
const QUOTE = 34;

/** Reads id and sha256 off the ends of a line that this module wrote, without its newline; parses it only where its id has an escape. */
export function readLineEnds(line: Buffer): LineEnds {
  const id = line.toString('latin1', BEGIN.length, line.indexOf(QUOTE, BEGIN.length));
  const sha256 = line.toString('latin1', line.length - END.length - SHA256, line.length - END.length);
  if (/^[\w.:/() -]+$/.test(id) && /^[0-9a-f]{64}$/.test(sha256)) return { id, sha256 };
  const parsed = parseShardLine(line.toString('utf8'));
  return { id: parsed.id, sha256: parsed.source.sha256 };
}

/** A line that this module wrote. @throws SyntaxError on any other. */
export const parseShardLine = (line: string): ShardLine => JSON.parse(line) as ShardLine;

/** What two texts must share to be the same text: NFC, without ¶, CR and trailing blanks. */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[¶\r]/g, '')
    .replaceAll(/[ \t\u00a0]+$/gm, '')
    .trimEnd();
}
