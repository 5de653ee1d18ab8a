import { markAll, markRow, markToHere } from '../list/mark-rows.ts';
import { ask } from '../prompt/prompt.ts';
import { nothing } from '../step.ts';
import { inList, type RunsOf } from './run.ts';

export const marking: RunsOf<'mark'> = {
  'mark-row': inList(markRow),
  'mark-to-here': inList(markToHere),
  'mark-all': inList(markAll),
  'mark-query': inList((state, _, { command }) => nothing(ask(state, { kind: 'mark', ask: 'mark: ', command }))),
};
