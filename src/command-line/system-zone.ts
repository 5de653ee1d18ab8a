import { existsSync, readlinkSync } from 'node:fs';

const ZONES = '/usr/share/zoneinfo';

/**
 * The IANA name of the zone of this machine, from `TZ` or the link /etc/localtime. Intl knows it as well, but has to load its calendars to say
 * so, which takes as long as all the files of the first frame together.
 */
export function systemZone(env: Readonly<Record<string, string | undefined>>): string {
  const name = env['TZ'] === undefined || env['TZ'] === '' ? linkedZone() : env['TZ'].replace(/^:/, '');
  if (name === 'UTC' || (/^[A-Z][\w+-]+(?:\/[\w+-]+)+$/.test(name) && existsSync(`${ZONES}/${name}`))) return name;
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function linkedZone(): string {
  try {
    return readlinkSync('/etc/localtime').split('/zoneinfo/').at(-1)!;
  } catch {
    return '';
  }
}
