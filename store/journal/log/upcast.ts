/* Payloads grow by new versions; files never change. An old payload is lifted, one version at a time, when it is read. */
import type { EventType } from '../events.ts';

/** The version this program writes of each type. A larger one in a file comes from a newer program. */
export const VERSIONS: Readonly<Record<EventType, number>> = {
  'cable.kept': 1,
  'cable.skipped': 1,
  'cable.deferred': 1,
  'cable.reset': 1,
  'tag.added': 1,
  'tag.removed': 1,
  'tag.renamed': 1,
  'bookmark.added': 1,
  'bookmark.removed': 1,
  'note.written': 1,
  'note.removed': 1,
  'cable.marked': 1,
  'search.saved': 1,
  'search.removed': 1,
  'search.looked': 1,
  'action.undone': 1,
  'device.named': 1,
  'device.adopted': 1,
  'reading.forgotten': 1,
  'cable.opened': 1,
  'cable.read': 1,
  'search.run': 1,
};

export type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>;

/** `upcasters['tag.added'][1]` makes version 2 of version 1. Pure; none is needed yet. */
export const upcasters: { readonly [T in EventType]?: { readonly [from: number]: Upcaster } } = {};

export type Upcast<T> = { readonly known: true; readonly event: T } | { readonly known: false; readonly newer: boolean };

/** Lifts an event to the version of this program; says so where its type or version is not known here. */
export function upcast<T extends { readonly type: string; readonly v: number; readonly data: unknown }>(
  event: T,
  versions: Readonly<Record<string, number>> = VERSIONS,
  table: { readonly [type: string]: { readonly [from: number]: Upcaster } | undefined } = upcasters,
): Upcast<T> {
  const current = Object.hasOwn(versions, event.type) ? versions[event.type]! : undefined;
  if (current === undefined) return { known: false, newer: false };
  if (event.v === current) return { known: true, event };
  if (event.v > current) return { known: false, newer: true };
  let data = event.data as Record<string, unknown>;
  for (let v = event.v; v < current; v += 1) {
    const lift = table[event.type]?.[v];
    if (!lift) return { known: false, newer: false };
    data = lift(data);
  }
  return { known: true, event: { ...event, v: current, data } };
}
