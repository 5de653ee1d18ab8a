/* A click puts the cursor on a row; a click on the row under the cursor opens it. Only rows can be clicked. */
import type { Step } from '../messages.ts';
import { calendarLines, frameLines, linesPerRow, rowsPerPage } from '../screens/page-size.ts';
import type { Seen } from '../screens/shown-cables.ts';
import { currentView, type ReaderState, type View } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { homeCursor, homeRows } from './browse/home.ts';
import { shownThings } from './browse/things.ts';
import { shownValues } from './browse/values.ts';
import { runCommand } from './command/run-command.ts';
import { nothing } from './step.ts';

/** @param line of the screen, from 0 */
export function click(state: ReaderState, line: number, seen: Seen, around: Surroundings): Step<ReaderState> {
  const rows = rowsOf(currentView(state), state, around);
  const row = rows === null ? null : rowAt(state, line);
  if (rows === null || row === null || !rows.canHold(row)) return nothing(state);
  const lines = row - rows.cursor;
  if (lines === 0) return runCommand(state, { command: 'open', count: 1, counted: false, seen }, around);
  return runCommand(state, { command: lines > 0 ? 'down' : 'up', count: Math.abs(lines), counted: true, seen }, around);
}

interface Rows {
  readonly cursor: number;
  /** Whether there is such a row, and it is no heading. */
  canHold(row: number): boolean;
}

function rowsOf(view: View, state: ReaderState, around: Surroundings): Rows | null {
  switch (view.kind) {
    case 'home': {
      const rows = homeRows(state, around);
      return { cursor: homeCursor(rows, view), canHold: (row) => rows[row] !== undefined && rows[row].target !== null };
    }
    case 'list':
      return { cursor: view.cursor, canHold: (row) => row < (view.total ?? 0) };
    case 'values':
      return { cursor: view.cursor, canHold: (row) => row < shownValues(view).length };
    case 'things': {
      const things = shownThings(view);
      return { cursor: view.cursor, canHold: (row) => things[row] !== undefined && !things[row].heading };
    }
    case 'cable':
    case 'text':
      return null;
  }
}

function rowAt(state: ReaderState, line: number): number | null {
  const view = currentView(state);
  const above = frameLines(state).above + (view.kind === 'things' ? calendarLines(state, view) : 0);
  const row = Math.floor((line - above) / (view.kind === 'list' ? linesPerRow(state, view) : 1));
  return row >= 0 && row < rowsPerPage(state) ? view.top + row : null;
}
