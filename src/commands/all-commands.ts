/* Every verb, in the order of help: read, decide, remember, keep. */
import type { Command } from '../command-line/command.ts';
import { bookmark } from './deciding/bookmark.ts';
import { mark } from './deciding/mark.ts';
import { note } from './deciding/note.ts';
import { tag } from './deciding/tag.ts';
import { redo, undo } from './deciding/undo.ts';
import { makeCompletion } from './keeping/completion.ts';
import { doctor } from './keeping/doctor.ts';
import { makeHelp } from './keeping/help.ts';
import { importCables } from './keeping/import.ts';
import { journal } from './keeping/journal.ts';
import { sync } from './keeping/sync.ts';
import { count } from './reading/count.ts';
import { list } from './reading/list.ts';
import { open } from './reading/open.ts';
import { show } from './reading/show.ts';
import { diff } from './remembering/diff.ts';
import { history, log } from './remembering/log.ts';
import { bookmarks, notes, searches, tags } from './remembering/personal-lists.ts';
import { why } from './remembering/why.ts';

const listed = () => allCommands;

export const allCommands: readonly Command[] = [
  open,
  list,
  count,
  show,
  tag,
  mark,
  bookmark,
  note,
  undo,
  redo,
  tags,
  bookmarks,
  notes,
  searches,
  history,
  log,
  why,
  diff,
  importCables,
  journal,
  sync,
  doctor,
  makeHelp(listed),
  makeCompletion(listed),
];
