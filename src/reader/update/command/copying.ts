import { copyFrom } from '../cable/copy.ts';
import type { RunsOf } from './run.ts';

export const copying: RunsOf<'copy'> = {
  'copy-paragraph': (state) => copyFrom(state, 'copy-paragraph'),
  'copy-text': (state) => copyFrom(state, 'copy-text'),
  'copy-id': (state) => copyFrom(state, 'copy-id'),
  'copy-link': (state) => copyFrom(state, 'copy-link'),
  'copy-hashtags': (state) => copyFrom(state, 'copy-hashtags'),
};
