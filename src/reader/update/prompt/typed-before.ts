/* What `up` brings back: what was typed since the reader was opened, and before it the filters that the journal remembers. */
import { currentView, type PromptKind, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';

const MOST = 100;

/** Newest last, each once. */
export function typedBefore(state: ReaderState, kind: PromptKind, { personal }: Surroundings): readonly string[] {
  const now = state.typed[kind] ?? [];
  if (kind !== 'narrow' || currentView(state).kind !== 'list') return now;
  const earlier = personal
    .history({ type: 'search.run', stream: 'reading', limit: MOST })
    .map(({ detail }) => detail.replace(/ \(\d+\)$/, ''))
    .toReversed();
  const last = new Map([...earlier, ...now].map((text, i) => [text, i]));
  return [...last].sort((a, b) => a[1] - b[1]).map(([text]) => text);
}
