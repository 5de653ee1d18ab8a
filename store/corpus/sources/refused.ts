/** What a file, a record or a line was refused for, or passed over. Shown with its path; the rest of an import goes on. */
export interface Refused {
  /** Stable, kebab-case. `list-page` is passed over with a count; every other code makes an import end with exit code 2. */
  readonly refused: string;
  /** One sentence: what it is, what to do. */
  readonly message: string;
}

export const isRefused = (read: object): read is Refused => 'refused' in read;
