import type { Classification } from '../cable.ts';

/** Least to most restricted. */
export const CLASSIFICATIONS: readonly Classification[] = [
  'UNCLASSIFIED',
  'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
  'CONFIDENTIAL',
  'CONFIDENTIAL//NOFORN',
  'SECRET',
  'SECRET//NOFORN',
];
