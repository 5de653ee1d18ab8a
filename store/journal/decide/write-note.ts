/* Notes on a cable or a paragraph of it. Pure; nothing where nothing changes. */
import type { EventDraft } from '../events.ts';
import type { Note, Personal, Via } from '../personal.ts';

export interface NoteInput {
  readonly cable: string;
  readonly text: string;
  readonly via: Via;
  /** The note this is a new text of; without one it is a new note. */
  readonly note?: string;
  /** Paragraph ordinal, 1-based. */
  readonly para?: number;
  readonly quote?: string;
  /** Kept because writing was cut short. */
  readonly draft?: boolean;
  /** The version that was on screen while it was written; without one the version there is now. */
  readonly base?: string;
}

/** Where two machines had written different texts, the new text replaces all that was shown: the conflict is over. */
export function writeNote(personal: Personal, input: NoteInput): EventDraft[] {
  const { cable, text, via, draft } = input;
  const notes = personal.notes(cable);
  const there = input.note === undefined ? undefined : notes.find(({ id }) => id === input.note);
  if (there && there.text === text && there.draft === (draft === true) && there.conflicts.length === 0) return [];
  if (!there && text.trim() === '') return [];
  const note = input.note ?? nameNote(notes, cable, input.para);
  const para = input.para ?? there?.para ?? undefined;
  const quote = input.quote ?? there?.quote ?? undefined;
  return basesOf(there, input.base).map((base) => ({
    type: 'note.written',
    data: {
      note,
      cable,
      ...(para !== undefined && { para }),
      ...(quote !== undefined && { quote }),
      text,
      base,
      ...(draft && { draft }),
      via,
    },
  }));
}

export function removeNote(personal: Personal, { note }: { readonly note: string }): EventDraft[] {
  const there = personal.notes().find(({ id }) => id === note);
  return there ? basesOf(there, undefined).map((base) => ({ type: 'note.removed', data: { note, base } })) : [];
}

/** What the text replaces: the version it was written on and, where that is the one shown, those in conflict with it. */
function basesOf(there: Note | undefined, base: string | undefined): readonly (string | null)[] {
  if (base !== undefined && base !== there?.version) return [base];
  return there ? there.replaces : [null];
}

/** `09ARCADIA812#2/1`: the first note on paragraph 2. */
function nameNote(notes: readonly Note[], cable: string, para: number | undefined): string {
  const taken = new Set(notes.map(({ id }) => id));
  const place = para === undefined ? cable : `${cable}#${para}`;
  let count = 1;
  while (taken.has(`${place}/${count}`)) count += 1;
  return `${place}/${count}`;
}
