/* A real sshd on the loopback with a configuration, a host key and a user key of its own, in a temporary folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';

const PATIENCE_MS = 5000;

export interface OwnSshd {
  readonly port: number;
  /** Arguments of `ssh` that reach it through a port of this machine, with a terminal. */
  sshArguments(port: number): string[];
  end(): void;
}

export async function startSshd(folder: string): Promise<OwnSshd> {
  const at = (name: string) => join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const key of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(key)]);
  copyFileSync(at('user.pub'), at('authorized'));
  const port = await freePort();
  writeFileSync(
    at('config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${at('host')}`,
      `AuthorizedKeysFile ${at('authorized')}`,
      `AllowUsers ${userInfo().username}`,
      'StrictModes no',
      'UsePAM no',
      'PermitRootLogin prohibit-password',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'PidFile none',
      'PrintMotd no',
      'LogLevel ERROR',
    ].join('\n'),
  );
  const forgetPrivilegeFolder = makePrivilegeFolder();
  const sshd: ChildProcess = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', at('config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  sshd.stderr?.on('data', (data) => (said += data));
  await answers(port, () => {
    if (sshd.exitCode !== null) throw new Error(`sshd did not start: ${said.trim()}`);
  });
  return {
    port,
    sshArguments: (through) => [
      ...['-tt', '-F', 'none', '-p', String(through), '-i', at('user')],
      ...['BatchMode=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'IdentitiesOnly=yes', 'LogLevel=ERROR'].flatMap(
        (option) => ['-o', option],
      ),
      `${userInfo().username}@127.0.0.1`,
    ],
    end() {
      sshd.kill('SIGTERM');
      forgetPrivilegeFolder();
    },
  };
}

/** What the system's own start of sshd makes, where it was never started. Only root's sshd needs it. */
function makePrivilegeFolder(): () => void {
  if (userInfo().uid !== 0 || existsSync('/run/sshd')) return () => {};
  mkdirSync('/run/sshd', { mode: 0o755 });
  return () => rmdirSync('/run/sshd');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answers(port: number, stillRuns: () => void): Promise<void> {
  for (const started = Date.now(); Date.now() - started < PATIENCE_MS; ) {
    stillRuns();
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.on('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`sshd does not answer on port ${port}`);
}
