import type { Addressee } from '../cable.ts';
import { oneLine } from '../one-line.ts';
import { madeOnce } from '../vocabulary/made-once.ts';
import { ROUTES } from '../vocabulary/tables/routes.generated.ts';

const LINE =
  /^(?:([A-Z]{4,8})\/(?=[^/\s]))?\s*(.*?)(?:\s+((?:NIACT\s+)?IMMEDIATE|FLASH(?:\s+OVERRIDE)?|PRIORITY|ROUTINE))?(?:\s+(\d{1,5}))?(?:\s+((?:NIACT\s+)?IMMEDIATE|FLASH|PRIORITY|ROUTINE))?$/;
const indicators = madeOnce(() => new Set(ROUTES().map(([indicator]) => indicator)));

/** `RUEHC/SECSTATE WASHDC PRIORITY 3983`: routing indicator, name, precedence and message number, all but the name optional. Null for a line without a name. */
export function readAddressee(line: string): Addressee | null {
  const text = oneLine(line);
  const [, indicator, rest, precedence, number, late] = LINE.exec(text) ?? [];
  const isRoute = indicator !== undefined && (/^R[A-Z]{4,7}$/.test(indicator) || indicators().has(indicator));
  const name = isRoute || indicator === undefined ? (rest ?? '') : `${indicator}/${rest}`;
  if (!/[A-Za-z]/.test(name)) return null;
  return { route: isRoute ? indicator : null, name, precedence: precedence ?? late ?? null, number: number ?? null };
}
