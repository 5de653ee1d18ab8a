import { copyFrom } from '../cable/copy.ts';
import type { RunsOf } from './run.ts';

export const copying: RunsOf<'copy'> = {
  'copy-paragraph': (state, _, around) => copyFrom(state, 'copy-paragraph', around),
  'copy-text': (state, _, around) => copyFrom(state, 'copy-text', around),
  'copy-id': (state, _, around) => copyFrom(state, 'copy-id', around),
  'copy-link': (state, _, around) => copyFrom(state, 'copy-link', around),
  'copy-hashtags': (state, _, around) => copyFrom(state, 'copy-hashtags', around),
};
