import { PassThrough } from 'node:stream';
import { type Instance, render } from 'ink';
import type { ReactNode } from 'react';
import type { Terminal } from './terminal.ts';

/**
 * Ink on our terminal: it lays out and gives whole frames (`debug`), the display sends what changed. Ink gets a standard input of its own, on
 * which nothing ever arrives, and switches no modes, so that keys and modes have one owner. A frame painted before is simply the first
 * thing the next frame is compared with: nothing flashes.
 */
export function mountInk(element: ReactNode, terminal: Terminal): Instance {
  return render(element, {
    stdout: terminal.frames,
    stdin: new PassThrough() as unknown as NodeJS.ReadStream,
    debug: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    isScreenReaderEnabled: false,
  });
}
