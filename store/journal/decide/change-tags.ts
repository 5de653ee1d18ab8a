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

/** Onto a tag that is there already, the two become one. @throws TagNameError */
export function renameTag(personal: Personal, input: { readonly from: string; readonly to: string }): EventDraft[] {
  const from = tagNamed(input.from);
  const to = tagNamed(input.to);
  const used = personal.tags().some(({ tag }) => tag === from);
  return from === to || !used ? [] : [{ type: 'tag.renamed', data: { from, to } }];
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
