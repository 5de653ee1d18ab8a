/* Times as people type them: past ones for `--at`, `--since`, `diff`. A date alone means its beginning or its end, as the question has it. */
import { readUntil } from '../../store/journal/decide/read-until.ts';
import type { Surroundings } from './command.ts';
import { Refusal } from './exit.ts';

const DAY = 86_400_000;

/** An ISO instant. @throws Refusal for what is no time */
export function readTime(words: string, edge: 'start' | 'end', { now, zone }: Pick<Surroundings, 'now' | 'zone'>): string {
  const text = words.trim().toLowerCase();
  const today = now();
  const ago = /^(\d{1,4}) ?(h|d|w|m|y)[a-z]*(?: ago)?$/.exec(text);
  if (ago) {
    const hours = { h: 1, d: 24, w: 7 * 24, m: 30 * 24, y: 365 * 24 }[ago[2] as 'h' | 'd' | 'w' | 'm' | 'y'];
    return new Date(today.getTime() - Number(ago[1]) * hours * 3_600_000).toISOString();
  }
  if (text === 'now') return today.toISOString();
  const clock = /^(\d{1,2}):(\d\d)$/.exec(text);
  if (clock && Number(clock[1]) < 24 && Number(clock[2]) < 60) {
    const at = (day: string) => readUntil(`${day} ${clock[1]!.padStart(2, '0')}:${clock[2]}`, { now: today, zone }) ?? refuse();
    const here = at(dayOf(today));
    return Date.parse(here) <= today.getTime() ? here : at(dayOf(new Date(today.getTime() - DAY)));
  }
  const dated = text === 'today' ? dayOf(today) : text === 'yesterday' ? dayOf(new Date(today.getTime() - DAY)) : text;
  if (/^\d{4}(-\d\d)?$/.test(dated)) return edgeOf(dated.length === 4 ? `${dated}-${edge === 'start' ? '01' : '12'}` : dated);
  const instant = /^\d{4}-\d\d-\d\dt\d\d:\d\d.*(?:z|[+-]\d\d:\d\d)$/.test(dated)
    ? new Date(dated.toUpperCase()).toISOString()
    : readUntil(dated, { now: today, zone });
  if (instant === null || !/^\d{4}-/.test(dated))
    throw new Refusal(`${words}: not a time. Nothing was changed. Type a date, "2026-03-14 21:07", 21:07, 7d, or yesterday.`);
  return edge === 'end' && /^\d{4}-\d\d-\d\d$/.test(dated) ? endOfDay(instant) : instant;

  function dayOf(date: Date): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(date);
  }

  /** First or last instant of a month. */
  function edgeOf(month: string): string {
    if (edge === 'start') return readUntil(`${month}-01`, { now: today, zone }) ?? refuse();
    const [year, number] = month.split('-').map(Number) as [number, number];
    const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
    return before(readUntil(next, { now: today, zone }) ?? refuse());
  }

  function endOfDay(start: string): string {
    const nextDay = dayOf(new Date(Date.parse(start) + 1.5 * DAY));
    return before(readUntil(nextDay, { now: today, zone }) ?? refuse());
  }

  function refuse(): never {
    throw new Refusal(`${words}: there is no such day. Nothing was changed.`);
  }
}

const before = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();
