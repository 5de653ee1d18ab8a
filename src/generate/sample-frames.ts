/* Real frames of the reader on the sample cables, for pictures in the documents. */
import type { Line } from '../text/line.ts';
import { openHeadlessReader } from './headless-reader.ts';

export interface Frame {
  readonly lines: readonly Line[];
  readonly columns: number;
}

/** Keys before each picture, one after the other in the same reader. */
const STEPS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ['list', ['/', ...'gauge', 'enter', 'v', 'x', 'j', 'w', 'j', 'tab', 't', ...'+follow-up', 'enter', 'g', 'g']],
  ['cable', [':', ...'09ARCADIA812', 'enter', 'p', 'p', 'm']],
  ['triage', ['g', 'h', '/', ...'border', 'enter', 'S', ...'borders', 'enter', 'D', 'v', 'x', 'x']],
  ['home', ['g', 'h', 'j']],
];

export async function sampleFrames(): Promise<ReadonlyMap<string, Frame>> {
  const reader = await openHeadlessReader();
  try {
    const frames = new Map<string, Frame>();
    for (const [name, keys] of STEPS) {
      await reader.press(...keys);
      frames.set(name, { lines: reader.draw(), columns: 80 });
    }
    return frames;
  } finally {
    await reader.close();
  }
}
