/* What a filter means, free of SQL and of how anything is stored. Made by plan-query.ts from the grammar of the filter
 * language; run by the corpus (and, in tests, by a naive scan).
 */
import type { Classification } from '../cable/cable.ts';

/** Inclusive range of UTC instants as text that sorts: `2008-01-01T00:00Z`..`2008-12-31T23:59Z`. Null: open. */
export interface TimeRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** One thing to be found in text: `words.length > 1` is a phrase; `prefix` speaks of the last word. */
export interface TextTerm {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

export type PersonalPredicate =
  | 'read'
  | 'opened'
  | 'kept'
  | 'skipped'
  | 'later'
  | 'due'
  | 'decided'
  | 'bookmarked'
  | 'noted'
  | 'tagged'
  | 'seen'
  | 'mine'
  | 'note';

export type Plan =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'and'; readonly of: readonly Plan[] }
  | { readonly kind: 'or'; readonly of: readonly Plan[] }
  | { readonly kind: 'not'; readonly of: Plan }
  | { readonly kind: 'text'; readonly term: TextTerm; readonly column: 'any' | 'subject' | 'body' }
  | { readonly kind: 'near'; readonly terms: readonly TextTerm[]; readonly distance: number; readonly column: 'any' | 'subject' | 'body' }
  /** `id:` in canonical spelling; `*` where `glob`. */
  | { readonly kind: 'id'; readonly pattern: string; readonly glob: boolean }
  /** A whole display origin, case-folded (`embassy mexico`), or the words of one (`mexico`). */
  | { readonly kind: 'origin'; readonly value: string; readonly prefix?: boolean }
  | { readonly kind: 'country'; readonly value: string; readonly prefix?: boolean }
  /** `prefix`: a beginning, also while it is being typed. */
  | { readonly kind: 'tag'; readonly tag: string; readonly prefix?: boolean }
  | { readonly kind: 'class'; readonly among: readonly Classification[] }
  | { readonly kind: 'created' | 'released' | 'added'; readonly range: TimeRange }
  /** Brought by an import after this one: what is new in a saved search. No filter says so; programs do. */
  | { readonly kind: 'after-run'; readonly run: number }
  | { readonly kind: 'addressee'; readonly of: 'to' | 'info'; readonly words: readonly string[] }
  | { readonly kind: 'cites' | 'citedby'; readonly id: string }
  | { readonly kind: 'portion'; readonly mark: string }
  | { readonly kind: 'has'; readonly what: 'refs' | 'redaction' | 'versions' }
  | { readonly kind: 'size' | 'sections'; readonly from: number | null; readonly to: number | null }
  /** Answered from the journal: `value` is the tag, note text or time; `queue` the question's id, null for no question. */
  | { readonly kind: 'personal'; readonly predicate: PersonalPredicate; readonly queue: string | null; readonly value: string | null };
