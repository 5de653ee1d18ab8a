import { readFileSync } from 'node:fs';
import type { FoundCable } from '../../store/cable/cable.ts';

/** The bundled sample cables, one text an id. */
export function loadSample(): FoundCable[] {
  const lines = readFileSync(new URL('../../fixtures/cables/sample.ndjson', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const byId = new Map<string, FoundCable>();
  for (const line of lines) {
    const found = JSON.parse(line) as FoundCable;
    if (found.body && !byId.has(found.id)) byId.set(found.id, found);
  }
  return [...byId.values()];
}
