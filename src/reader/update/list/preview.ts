/* The preview below a list: it follows the cursor, a moment behind. */
import { parseCable } from '../../../../store/cable/parse-cable.ts';
import type { Message, Step } from '../../messages.ts';
import { currentView, type ListView, type ReaderState, withView } from '../../state.ts';
import { nothing } from '../step.ts';
import { fillWindow, rowUnderCursor } from './list.ts';

/** Shows it, or takes it away. */
export function togglePreview(state: ReaderState, view: ListView): Step<ReaderState> {
  return fillWindow(withView(state, { ...view, preview: view.preview === null ? { id: null, cable: null } : null }));
}

/** Asks for the cable under the cursor where the preview shows another one. */
export function followPreview(step: Step<ReaderState>): Step<ReaderState> {
  const view = currentView(step.state);
  if (view.kind !== 'list' || view.preview === null) return step;
  const id = rowUnderCursor(view)?.id ?? null;
  if (id === null || id === view.preview.id) return step;
  return {
    state: withView(step.state, { ...view, preview: { id, cable: null } }),
    effects: [...step.effects, { kind: 'load-preview', id }],
  };
}

export function previewLoaded(state: ReaderState, { id, found }: Extract<Message, { kind: 'preview' }>): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'list' || view.preview?.id !== id || found === null) return nothing(state);
  return nothing(withView(state, { ...view, preview: { id, cable: parseCable(found.versions[0]!) } }));
}
