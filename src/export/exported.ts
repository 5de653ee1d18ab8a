/* What an export is made of, whatever it is written as. */
import type { CitedCable } from '../../store/cable/citation/cited-cable.ts';

export type Value = string | number | null;

export interface Exported {
  /** `Bookmarks`. */
  readonly title: string;
  /** Names of the columns of a table, in order: the fields of every row. */
  readonly columns: readonly string[];
  readonly rows: readonly ExportedRow[];
}

export interface ExportedRow {
  readonly cable: CitedCable;
  /** The paragraph's own number, or its ordinal where it has none; null for the whole cable. */
  readonly paragraph: number | null;
  readonly link: string;
  readonly fields: Readonly<Record<string, Value>>;
}
