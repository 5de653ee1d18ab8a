import type { Header, Problem } from '../cable.ts';
import { findDtg } from './date-time-group.ts';

export function readHeader(headerText: string): { readonly header: Header; readonly problems: readonly Problem[] } {
  return {
    header: {
      transmission: null,
      precedence: null,
      dtg: findDtg(headerText),
      from: null,
      to: [],
      info: [],
      partial: /partial extract/i.test(headerText),
      routing: [],
      de: null,
      prosign: null,
      kind: 'other',
    },
    problems: [],
  };
}
