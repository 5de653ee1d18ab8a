import type { Ledger } from './ledger.ts';

/** The names that devices were given, by their ids. */
export function nameDevices({ events, undone }: Ledger): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const event of events)
    if (event.type === 'device.named' && !undone.has(event.action)) names.set(event.id.slice(30, 38), event.data.name);
  return names;
}
