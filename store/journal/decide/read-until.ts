/* When a deferred cable comes back, in the words people type. Pure: the time and the zone come in.
 *
 *     tomorrow  tonight  3h  3d  2w  1m  1y  fri  friday  next week  next month  2027-01-15  2027-01-15T09:00
 *
 * Days begin at midnight of the zone; a weekday is the next one, never today; a month that lacks the day ends earlier.
 */

interface Day {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly day: number;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** An ISO instant (UTC), or null where the words are none of these. @param zone IANA name */
export function readUntil(words: string, { now, zone }: { readonly now: Date; readonly zone: string }): string | null {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^in\s+/, '')
    .replace(/\s+/g, ' ');
  const today = dayOf(now.getTime(), zone);
  const at = (day: Day, hour = 0, minute = 0): string => new Date(instantOf(day, hour, minute, zone)).toISOString();

  if (text === 'today' || text === 'now') return now.toISOString();
  if (text === 'tonight') return at(today, 18);
  if (text === 'tomorrow' || text === 'tom') return at(addDays(today, 1));
  if (text === 'next week') return at(addDays(today, (8 - weekdayOf(today)) % 7 || 7));
  if (text === 'next month') return at({ ...addMonths({ ...today, day: 1 }, 1), day: 1 });
  if (text === 'next year') return at({ year: today.year + 1, month: 1, day: 1 });

  const span = /^(\d{1,4}) ?(h|hours?|d|days?|w|weeks?|m|months?|y|years?)$/.exec(text);
  if (span) {
    const count = Number(span[1]);
    const unit = span[2]![0];
    if (unit === 'h') return new Date(now.getTime() + count * 3_600_000).toISOString();
    if (unit === 'd') return at(addDays(today, count));
    if (unit === 'w') return at(addDays(today, count * 7));
    return at(addMonths(today, unit === 'm' ? count : count * 12));
  }

  const weekday = /^(?:next )?(sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday)?$/.exec(text);
  if (weekday) return at(addDays(today, (WEEKDAYS.indexOf(weekday[1]!) - weekdayOf(today) + 7) % 7 || 7));

  const date = /^(\d{4})-(\d\d)-(\d\d)(?:[t ](\d\d):(\d\d))?$/.exec(text);
  if (date) {
    const [, year, month, day, hour = '0', minute = '0'] = date;
    const found = { year: Number(year), month: Number(month), day: Number(day) };
    return isDay(found) && Number(hour) < 24 && Number(minute) < 60 ? at(found, Number(hour), Number(minute)) : null;
  }
  return null;
}

function addDays({ year, month, day }: Day, days: number): Day {
  return utcDay(Date.UTC(year, month - 1, day + days));
}

function addMonths({ year, month, day }: Day, months: number): Day {
  const first = utcDay(Date.UTC(year, month - 1 + months, 1));
  const last = utcDay(Date.UTC(first.year, first.month, 0)).day;
  return { ...first, day: Math.min(day, last) };
}

const utcDay = (ms: number): Day => {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

function isDay(day: Day): boolean {
  const same = utcDay(Date.UTC(day.year, day.month - 1, day.day));
  return same.month === day.month && same.day === day.day;
}

function dayOf(ms: number, zone: string): Day {
  return utcDay(ms + offsetAt(ms, zone));
}

/** The instant at which the clocks of the zone show this; where they skip it, the hour after. */
function instantOf({ year, month, day }: Day, hour: number, minute: number, zone: string): number {
  const shown = Date.UTC(year, month - 1, day, hour, minute);
  const near = shown - offsetAt(shown, zone);
  return shown - offsetAt(near, zone);
}

/** Milliseconds east of UTC. */
function offsetAt(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)!.value);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(ms / 1000) * 1000;
}
