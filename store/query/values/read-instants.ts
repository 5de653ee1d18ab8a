/* Dates and ranges of dates, both ends included: `2009`, `2009-02`, `2008..2009-02`, `2009-06..`, `>2009`, `7d`, `today`. */
import type { TimeRange } from '../plan.ts';

const DAY = 86_400_000;
const UNIT_DAYS = { d: 1, w: 7, m: 30, y: 365 } as const;

/** Null where the text is no date. @param zone in which a day begins: UTC for cables. */
export function readInstants(text: string, now: Date, zone: string): TimeRange | null {
  const ago = /^(\d{1,4})([hdwmy])$/.exec(text);
  if (ago) {
    const days = ago[2] === 'h' ? Number(ago[1]) / 24 : Number(ago[1]) * UNIT_DAYS[ago[2] as keyof typeof UNIT_DAYS];
    return { from: minute(now.getTime() - days * DAY), to: null };
  }
  const compared = /^([<>])(=?)(.+)$/.exec(text);
  if (compared) {
    const span = readSpan(compared[3]!, now, zone);
    if (!span) return null;
    const inclusive = compared[2] === '=';
    if (compared[1] === '<') return { from: null, to: inclusive ? minute(span.end - 60_000) : minute(span.start - 60_000) };
    return { from: inclusive ? minute(span.start) : minute(span.end), to: null };
  }
  const range = /^(.*?)\.\.(.*)$/.exec(text);
  if (!range) {
    const span = readSpan(text, now, zone);
    return span && { from: minute(span.start), to: minute(span.end - 60_000) };
  }
  const [from, to] = [range[1] ? readSpan(range[1], now, zone) : null, range[2] ? readSpan(range[2], now, zone) : null];
  if ((range[1] && !from) || (range[2] && !to) || (!from && !to)) return null;
  return { from: from && minute(from.start), to: to && minute(to.end - 60_000) };
}

const minute = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`;

/** A year, month or day as the milliseconds of its start and of the next one's. */
function readSpan(text: string, now: Date, zone: string): { start: number; end: number } | null {
  if (text === 'today' || text === 'yesterday') {
    const local = now.getTime() + offsetAt(now.getTime(), zone);
    const day = Math.floor(local / DAY) * DAY - (text === 'yesterday' ? DAY : 0);
    return { start: startOf(day, zone), end: startOf(day + DAY, zone) };
  }
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), match[2] ? Number(match[2]) : null, match[3] ? Number(match[3]) : null];
  if (year < 1000 || month === 0 || (month ?? 1) > 12) return null;
  if (day !== null && (day < 1 || day > new Date(Date.UTC(year, month!, 0)).getUTCDate())) return null;
  const start = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const end = day !== null ? start + DAY : month !== null ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return { start: startOf(start, zone), end: startOf(end, zone) };
}

/** The instant at which a day begins in the zone. @param day its midnight in milliseconds, as if the zone were UTC */
function startOf(day: number, zone: string): number {
  // The offset of that night, which summer time may have made another one than now.
  const guess = day - offsetAt(day, zone);
  return day - offsetAt(guess, zone);
}

function offsetAt(instant: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}
