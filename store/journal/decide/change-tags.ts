/* Tags on cables: added, removed, renamed. Pure; nothing where nothing changes. */
import type { EventDraft } from '../events.ts';
import type { Personal, Via } from '../personal.ts';
import { tagNamed } from './tag-name.ts';

export interface TagInput {
  readonly cables: readonly string[];
  readonly tag: string;
  readonly via: Via;
  readonly because?: string;
}

export interface TagChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** @throws TagNameError */
export function addTag(personal: Personal, input: TagInput): EventDraft[] {
  const tag = tagNamed(input.tag);
  const cables = [...new Set(input.cables)].filter((cable) => !personal.mark(cable, null).tags.includes(tag));
  return cables.length === 0 ? [] : [{ type: 'tag.added', data: { ...told(cables, input), tag } }];
}

/** @throws TagNameError */
export function removeTag(personal: Personal, input: TagInput): EventDraft[] {
  const tag = tagNamed(input.tag);
  const cables = [...new Set(input.cables)].filter((cable) => personal.mark(cable, null).tags.includes(tag));
  return cables.length === 0 ? [] : [{ type: 'tag.removed', data: { ...told(cables, input), tag } }];
}

/** Several at once, one action. A tag that is both added and removed is removed. @throws TagNameError */
export function changeTags(personal: Personal, input: Omit<TagInput, 'tag'> & TagChanges): EventDraft[] {
  const remove = new Set(input.remove.map(tagNamed));
  const add = new Set(input.add.map(tagNamed)).difference(remove);
  return [
    ...[...add].flatMap((tag) => addTag(personal, { ...input, tag })),
    ...[...remove].flatMap((tag) => removeTag(personal, { ...input, tag })),
  ];
}

export interface TagRename {
  readonly from: string;
  readonly to: string;
}

/** With those below it: `water` takes `water/dam` along. Onto a tag that is there already, the two become one. @throws TagNameError */
export function renameTag(personal: Personal, input: TagRename): EventDraft[] {
  const from = tagNamed(input.from);
  const to = tagNamed(input.to);
  if (from === to) return [];
  // A tag that goes below its own name leaves those that are there already where they are.
  const goesBelow = to.startsWith(`${from}/`);
  return personal
    .tags()
    .filter(({ tag }) => tag === from || (tag.startsWith(`${from}/`) && !goesBelow))
    .map(({ tag }) => ({ type: 'tag.renamed', data: { from: tag, to: to + tag.slice(from.length) } }));
}

/** What renaming would do, in words: `12 cables`, `12 cables; #water is there on 30: the two become one, on 38`. @throws TagNameError */
export function previewRename(personal: Personal, input: TagRename): string {
  const changes = renameTag(personal, input);
  if (changes.length === 0) return 'changes nothing';
  const cables = changes.reduce((all, { data }) => all.union(personal.ids('tagged', null, (data as TagRename).from)), new Set<string>());
  const below = changes.length > 1 ? `, with ${changes.length - 1} below it` : '';
  const there = personal.ids('tagged', null, tagNamed(input.to));
  const moved = `${cables.size} ${cables.size === 1 ? 'cable' : 'cables'}${below}`;
  if (there.size === 0) return moved;
  return `${moved}; #${tagNamed(input.to)} is there on ${there.size}: the two become one, on ${cables.union(there).size}`;
}

/** `+a -b c` as typed at the prompt: a word without a sign is added. */
export function readTagChanges(text: string): TagChanges {
  const words = text.split(/[\s,]+/).filter((word) => word !== '' && word !== '+' && word !== '-');
  return {
    add: words.filter((word) => !word.startsWith('-')).map((word) => word.replace(/^\+/, '')),
    remove: words.filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
  };
}

/** The changes in the form they are typed: `+a -b`. */
export function tagsAfter(add: readonly string[], remove: readonly string[]): string {
  return [...add.map((tag) => `+${tagNamed(tag)}`), ...remove.map((tag) => `-${tagNamed(tag)}`)].join(' ');
}

function told(cables: string[], { via, because }: Pick<TagInput, 'via' | 'because'>) {
  return { cables, via, ...(because && { because }) };
}
