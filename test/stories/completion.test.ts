/* The tab key in the shells themselves; one that is not installed is skipped. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type RunningScreen, startCables } from '../screen/start-cables.ts';
import { launcher, SAMPLE, shellForTests } from './shell.ts';

const BASH: readonly string[] = ['--norc', '--noprofile', '-i'];
const SHELLS = [
  { name: 'bash', args: BASH, load: 'bind "set bell-style none"; source <(cables completion bash)' },
  { name: 'zsh', args: ['-f', '-i'], load: 'autoload -U compinit && compinit -u -D; setopt nobeep; source <(cables completion zsh)' },
  { name: 'fish', args: ['--no-config', '--interactive'], load: 'cables completion fish | source' },
] as const;

let bin: string;
const shell = shellForTests(async ({ home, run }) => {
  expect((await run(['import', SAMPLE])).code).toBe(0);
  expect((await run(['tag', '+gauges', '+follow-up', '--', '09ARCADIA812'])).code).toBe(0);
  bin = join(home, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'cables'), `#!/bin/sh\nexec "${process.execPath}" "${launcher}" "$@"\n`);
  chmodSync(join(bin, 'cables'), 0o755);
});

const isInstalled = (name: string) => spawnSync(name, ['--version']).status === 0;

describe.each(SHELLS)('$name', ({ name, args, load }) => {
  it.skipIf(!isInstalled(name))('completes verbs, options, origins, tags, ids and words of a command at the tab key', async () => {
    const app: RunningScreen = startCables({
      command: [name, ...args],
      columns: 120,
      env: {
        CABLES_STORE: join(shell.home, 'cables'),
        HOME: shell.home,
        PATH: `${bin}:${process.env['PATH']}`,
        PS1: '$ ',
        PROMPT: '$ ',
        TERM: 'xterm',
      },
    });
    try {
      app.type(`${load}; echo lo''aded\n`);
      await app.expectText(/^loaded/m);
      for (const [typed, completed] of [
        ['cables coun', /cables count/],
        ['cables list from:portv', /cables list from:portvesper/],
        ['cables list fish -from:portv', /cables list fish -from:portvesper/],
        ['cables tag +gau', /cables tag \+gauges/],
        ['cables show 09ARCADIA81', /cables show 09ARCADIA812/],
      ] as const) {
        app.type(`${typed}\t`);
        await app.expectText(completed);
        app.press('^u');
        await app.expectNoText(completed);
      }
    } finally {
      app.kill();
    }
  });
});

it('offers the handle of what can be undone, with what it did', async () => {
  expect((await shell.run(['completion', 'words', '--', 'undo', ''])).out).toMatch(/^[0-9a-f]{4,}\ttagged 09ARCADIA812 \+gauges/m);
});
