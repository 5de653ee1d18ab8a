/* What went wrong with writing, in a sentence: what happened, what is safe, what to type. */

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'writing is not allowed there',
  EPERM: 'writing is not allowed there',
  ENOENT: 'its folder is gone',
  ENOTDIR: 'its folder is gone',
  ESTALE: 'the network disk was lost',
  EIO: 'the disk reports an error',
};
const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'Make room',
  EDQUOT: 'Make room',
  ENOENT: 'Bring the folder back',
  ENOTDIR: 'Bring the folder back',
  EACCES: 'Check its owner and permissions',
  EPERM: 'Check its owner and permissions',
};

export function codeOf(error: unknown): string {
  const { code, errcode, message } = error as { code?: string; errcode?: number; message?: string };
  /* SQLite: FULL, READONLY, CANTOPEN */
  if (code === 'ERR_SQLITE_ERROR')
    return errcode === 13 ? 'ENOSPC' : errcode === 8 ? 'EROFS' : errcode === 14 ? 'EACCES' : (message ?? 'EIO');
  return code ?? message ?? 'EIO';
}

/** @param waiting events kept in memory */
export function describeTrouble(error: unknown, journal: string, waiting: number): string {
  const code = codeOf(error);
  const events = waiting === 1 ? '1 event is' : `${waiting} events are`;
  return (
    `The journal cannot be written: ${CAUSES[code] ?? code} (${journal}). ` +
    `Everything before is safe; ${events} kept in memory and written as soon as it goes. ${REMEDIES[code] ?? 'Check the disk'}, and keep this window open.`
  );
}

export function describeDelay(seconds: number, journal: string): string {
  return `The disk of ${journal} has not confirmed the last events for ${seconds} s. They are written, but a power cut now could lose them. Nothing to type; wait.`;
}
