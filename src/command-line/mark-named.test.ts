import { describe, expect, it } from 'vitest';
import { MARKS, markNamed, verdictNamed } from './mark-named.ts';

describe('a mark', () => {
  it.each(MARKS)('%s is itself', (mark) => {
    expect(markNamed(mark)).toBe(mark);
  });

  it.each([
    ['keep', 'kept'],
    ['skip', 'skipped'],
    ['defer', 'later'],
    ['deferred', 'later'],
    ['keeper', null],
    ['constructor', null],
  ])('%s is %s', (word, mark) => {
    expect(markNamed(word)).toBe(mark);
    expect(verdictNamed(word)).toBe(mark);
  });

  it('of reading is no verdict', () => {
    expect(verdictNamed('unread')).toBeNull();
  });
});
