import { markAll, markRow, markToHere } from '../list/mark-rows.ts';
import { inList, type RunsOf } from './run.ts';

export const marking: RunsOf<'mark'> = {
  'mark-row': inList(markRow),
  'mark-to-here': inList(markToHere),
  'mark-all': inList(markAll),
};
