/* Which cables are read, kept, tagged …: the sets behind counts, filters and tag lists, kept in step with each fold. */
import type { Verdict } from '../personal.ts';
import type { CableState } from './cable-fold.ts';

export type VerdictSets = { readonly [V in Verdict]: Set<string> };

/** What the index has to know of a cable; enough to count and filter without its registers. */
export interface CableBrief {
  readonly read: boolean;
  readonly opened: boolean;
  readonly readingMs: number;
  /** Those that are on. */
  readonly tags: readonly string[];
  /** Those that are not null. */
  readonly verdicts: readonly (readonly [queue: string | null, verdict: Verdict])[];
}

export function briefOf(state: CableState): CableBrief {
  const tags: string[] = [];
  for (const [tag, { on }] of state.tags) if (on) tags.push(tag);
  const verdicts: [string | null, Verdict][] = [];
  for (const [queue, { verdict }] of state.verdicts) if (verdict) verdicts.push([queue, verdict]);
  return { read: state.read, opened: state.opened, readingMs: state.readingMs, tags, verdicts };
}

export class CableIndex {
  readonly read = new Set<string>();
  readonly opened = new Set<string>();
  readonly tags = new Map<string, Set<string>>();
  readonly verdicts = new Map<string | null, VerdictSets>();
  readingMs = 0;

  /** A cable that is not here yet. */
  put(cable: string, { read, opened, readingMs, tags, verdicts }: CableBrief): void {
    this.readingMs += readingMs;
    if (read) this.read.add(cable);
    if (opened) this.opened.add(cable);
    for (const tag of tags) this.addTag(tag, cable);
    for (const [queue, verdict] of verdicts) this.verdictsOf(queue)[verdict].add(cable);
  }

  /** The cable was `before` and is `after` now; null: nothing personal. */
  replace(cable: string, before: CableState | null, after: CableState | null): void {
    this.readingMs += (after?.readingMs ?? 0) - (before?.readingMs ?? 0);
    if (before?.read !== after?.read) setMember(this.read, cable, after?.read === true);
    if (before?.opened !== after?.opened) setMember(this.opened, cable, after?.opened === true);
    if (before) {
      for (const [tag, { on }] of before.tags) if (on && !after?.tags.get(tag)?.on) this.dropTag(tag, cable);
      for (const [queue, { verdict }] of before.verdicts) if (verdict) this.verdicts.get(queue)?.[verdict].delete(cable);
    }
    if (after) {
      for (const [tag, { on }] of after.tags) if (on) this.addTag(tag, cable);
      for (const [queue, { verdict }] of after.verdicts) if (verdict) this.verdictsOf(queue)[verdict].add(cable);
    }
  }

  clear(): void {
    for (const held of [this.read, this.opened, this.tags, this.verdicts]) held.clear();
    this.readingMs = 0;
  }

  verdictsOf(queue: string | null): VerdictSets {
    let sets = this.verdicts.get(queue);
    if (!sets) {
      sets = { kept: new Set(), skipped: new Set(), later: new Set() };
      this.verdicts.set(queue, sets);
    }
    return sets;
  }

  private addTag(tag: string, cable: string): void {
    const cables = this.tags.get(tag);
    if (cables) cables.add(cable);
    else this.tags.set(tag, new Set([cable]));
  }

  private dropTag(tag: string, cable: string): void {
    const cables = this.tags.get(tag);
    if (cables?.delete(cable) && cables.size === 0) this.tags.delete(tag);
  }
}

function setMember(set: Set<string>, member: string, is: boolean): void {
  if (is) set.add(member);
  else set.delete(member);
}
