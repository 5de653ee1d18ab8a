import type { Surroundings } from '../../surroundings.ts';

/** Names days as one speaks of them: `Today`, `Yesterday`, else as they are written, `2026-11-24`. */
export function dayNames({ now, zone }: Surroundings): (date: string) => string {
  const name = (ms: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(ms);
  const [today, yesterday] = [name(now().getTime()), name(now().getTime() - 86_400_000)];
  return (date) => (date === today ? 'Today' : date === yesterday ? 'Yesterday' : date);
}
