/** @returns whether the month has the day */
function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `2009-02-11 12:12`, `2/27/2009 23:36` -> `2009-02-11T12:12Z`; null where it is no time. */
export function readCellTime(cell: string): string | null {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})[ T](\d{1,2}):(\d{2})/.exec(cell);
  const american = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})/.exec(cell);
  const [year, month, day, hour, minute] = iso
    ? [iso[1]!, iso[2]!, iso[3]!, iso[4]!, iso[5]!]
    : american
      ? [american[3]!, american[1]!, american[2]!, american[4]!, american[5]!]
      : [];
  if (year === undefined) return null;
  if (!isDay(Number(year), Number(month), Number(day)) || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}T${hour!.padStart(2, '0')}:${minute}Z`;
}
