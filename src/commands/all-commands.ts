/* Every verb, in the order of help: read, decide, remember, keep. A verb is loaded when it is wanted: the reader starts without the others. */
import type { Command } from '../command-line/command.ts';

const loaders = {
  open: async () => (await import('./reading/open.ts')).open,
  list: async () => (await import('./reading/list.ts')).list,
  count: async () => (await import('./reading/count.ts')).count,
  stats: async () => (await import('./reading/stats.ts')).stats,
  show: async () => (await import('./reading/show.ts')).show,
  tag: async () => (await import('./deciding/tag.ts')).tag,
  mark: async () => (await import('./deciding/mark.ts')).mark,
  bookmark: async () => (await import('./deciding/bookmark.ts')).bookmark,
  note: async () => (await import('./deciding/note.ts')).note,
  undo: async () => (await import('./deciding/undo.ts')).undo,
  redo: async () => (await import('./deciding/undo.ts')).redo,
  tags: async () => (await import('./remembering/personal-lists.ts')).tags,
  bookmarks: async () => (await import('./remembering/personal-lists.ts')).bookmarks,
  notes: async () => (await import('./remembering/personal-lists.ts')).notes,
  searches: async () => (await import('./remembering/personal-lists.ts')).searches,
  history: async () => (await import('./remembering/log.ts')).history,
  export: async () => (await import('./remembering/export.ts')).exportCables,
  log: async () => (await import('./remembering/log.ts')).log,
  why: async () => (await import('./remembering/why.ts')).why,
  diff: async () => (await import('./remembering/diff.ts')).diff,
  import: async () => (await import('./keeping/import.ts')).importCables,
  journal: async () => (await import('./keeping/journal.ts')).journal,
  sync: async () => (await import('./keeping/sync.ts')).sync,
  config: async () => (await import('./keeping/config.ts')).config,
  doctor: async () => (await import('./keeping/doctor.ts')).doctor,
  help: async (): Promise<Command> => (await import('./keeping/help.ts')).makeHelp(loadAllCommands, () => verbGroups),
  completion: async (): Promise<Command> => (await import('./keeping/completion.ts')).makeCompletion(() => verbs, loadCommand),
} satisfies Record<string, () => Promise<Command>>;

export const verbs: readonly string[] = Object.keys(loaders);

/** What a person wants of them, for the first screen of help. */
export const verbGroups: Readonly<Record<string, readonly string[]>> = {
  Read: ['open', 'list', 'count', 'stats', 'show'],
  Decide: ['tag', 'mark', 'bookmark', 'note', 'undo', 'redo'],
  Remember: ['tags', 'bookmarks', 'notes', 'searches', 'history', 'export', 'log', 'why', 'diff'],
  Keep: ['import', 'journal', 'sync', 'config', 'doctor', 'help', 'completion'],
};

/** The command of a verb, or null where there is no such verb. */
export async function loadCommand(verb: string): Promise<Command | null> {
  return Object.hasOwn(loaders, verb) ? loaders[verb as keyof typeof loaders]() : null;
}

/** All of them, for help and completion. */
export async function loadAllCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}
