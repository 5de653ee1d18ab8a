/* Decides for every cable read whether it is new, here already, the same text from another source, or another text of an id; and gives the
 * writer its line.
 */

import type { SourceEntry } from '../shards/manifest.ts';
import { openLines } from '../shards/read-shards.ts';
import { foldText, formatShardLine, parseShardLine, readLineEnds, type ShardLine } from '../shards/shard-line.ts';
import type { ShardWriter } from '../shards/write-shards.ts';
import { asBuffer } from '../sources/decode-text.ts';
import type { Tally } from './import-summary.ts';
import type { KnownCables, KnownLine } from './known-cables.ts';

export interface CableAdder {
  /** Adds one cable. @param bytes its whole line, newline included */
  add(bytes: Uint8Array, tally: Tally): void;
  /** Adds a line without text, if the text it names is here. @returns whether it is */
  addTextless(line: ShardLine, tally: Tally): boolean;
  close(): void;
}

/** @param sources how far the sources are, before the cable that is being added */
export function openCableAdder(
  corpusDir: string,
  known: KnownCables,
  writer: ShardWriter,
  sources: () => readonly SourceEntry[],
): CableAdder {
  let reader: { readonly shards: number; readonly lines: ReturnType<typeof openLines> } | null = null;

  function readKnown(place: KnownLine): ShardLine {
    const held = writer.held(place);
    if (held) return parseShardLine(asBuffer(held).toString('utf8'));
    const { shards } = writer.manifest;
    if (reader?.shards !== shards.length) {
      reader?.lines.close();
      reader = { shards: shards.length, lines: openLines(corpusDir, writer.manifest) };
    }
    return reader.lines.read(place);
  }

  function append(id: string, sha256: string, bytes: Uint8Array, holder: boolean): void {
    known.add(id, sha256, writer.append(bytes, sources), holder);
  }

  const appendSame = (line: ShardLine): void => {
    append(line.id, line.source.sha256, Buffer.from(formatShardLine(line)), false);
  };

  return {
    add(bytes, tally) {
      const { id, sha256 } = readLineEnds(asBuffer(bytes.subarray(0, -1)));
      if (!known.has(id)) {
        append(id, sha256, bytes, true);
        tally.new += 1;
        return;
      }
      if (known.hasSource(id, sha256)) {
        tally.unchanged += 1;
        return;
      }
      const found = parseShardLine(asBuffer(bytes).toString('utf8'));
      const folded = foldText(found.body!);
      /* The earliest is compared first, so that a resumed import names the same line. */
      for (const place of [...known.lines(id)].filter(({ holder }) => holder).reverse()) {
        const other = readKnown(place);
        if (other.body !== found.body && foldText(other.body!) !== folded) continue;
        const { id: _, body: __, headerText, ...rest } = found;
        const sameHeader = foldText(headerText!) === foldText(other.headerText ?? '');
        appendSame({ id: id, ...rest, ...(!sameHeader && { headerText }), sameAs: other.source.sha256 });
        tally.sameText += 1;
        return;
      }
      append(id, sha256, bytes, true);
      tally.versions += 1;
    },
    addTextless(line, tally) {
      if (known.hasSource(line.id, line.source.sha256)) {
        tally.unchanged += 1;
        return true;
      }
      const named = [...known.lines(line.id)].find(({ sha256Start }) => line.sameAs?.startsWith(sha256Start));
      if (!named) return false;
      const other = readKnown(named);
      appendSame({ ...line, sameAs: other.sameAs ?? other.source.sha256 });
      tally.sameText += 1;
      return true;
    },
    close() {
      reader?.lines.close();
    },
  };
}
