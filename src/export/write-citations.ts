/* The cables of an export as citations, each once; with its paragraph where it was marked there. */
import { citeBibtex } from '../../store/cable/citation/cite-bibtex.ts';
import { citeChicago } from '../../store/cable/citation/cite-chicago.ts';
import { citeCslJson } from '../../store/cable/citation/cite-csl-json.ts';
import type { CitedPlace } from '../../store/cable/citation/cited-cable.ts';
import { escapeForJson, makeVisible } from '../text/visible.ts';
import type { Exported, ExportedRow } from './exported.ts';

/** One note a line, one for each paragraph that is cited. */
export function writeChicago({ rows }: Exported): string {
  const lines = rows.map((row) => citeChicago(row.cable, placeOf(row)));
  return [...new Set(lines)].map((line) => `${makeVisible(line)}\n`).join('');
}

/** A bibliography names a cable once, whatever is cited of it. */
export const writeBibtex = (exported: Exported): string =>
  cablesOf(exported)
    .map(({ cable, link }) => `${makeVisible(citeBibtex(cable, { link }))}\n`)
    .join('\n');

/** One array: what citation managers import. */
export const writeCslJson = (exported: Exported): string =>
  `${escapeForJson(
    JSON.stringify(
      cablesOf(exported).map(({ cable, link }) => citeCslJson(cable, { link })),
      null,
      2,
    ),
  )}\n`;

const placeOf = ({ paragraph, link }: ExportedRow): CitedPlace => ({ link, ...(paragraph !== null && { paragraph }) });

function cablesOf({ rows }: Exported): readonly ExportedRow[] {
  const first = new Map<string, ExportedRow>();
  for (const row of rows) if (!first.has(row.cable.id) || row.paragraph === null) first.set(row.cable.id, row);
  return [...first.values()];
}
