/* Which machine this is: random 8 hex digits in device.json, never synced.
 *
 * With it stand a salted hash of the machine id and the file's own inode. Where either is another, the home directory was
 * copied, and two machines would go on writing as one: a new id is made and the old one remembered. A home on a network
 * disk is used by several machines in turn: each finds its own entry again.
 */
import { hash, randomBytes } from 'node:crypto';
import { fstatSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from './private-files.ts';

interface Machine {
  readonly device: string;
  /** SHA-256 of salt and machine id, 16 hex digits. */
  readonly machine: string;
}

interface DeviceFile {
  readonly salt: string;
  readonly inode: number;
  readonly machines: readonly Machine[];
}

export interface Device {
  readonly id: string;
  /** The device whose library this is a copy of, where it was found out just now. */
  readonly adoptedFrom: string | null;
  /** It was made just now. */
  readonly made: boolean;
}

/** What tells this machine from others; the fallback for systems without a machine id is the host's name. */
export function machineId(): string {
  for (const path of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      const id = readFileSync(path, 'utf8').trim();
      if (id) return id;
    } catch {
      /* the next one */
    }
  }
  return `host ${hostname()}`;
}

/** For lock files: tells hosts apart without naming them. */
export function hostFingerprint(machine: string): string {
  return hash('sha256', `slot of ${machine}`, 'hex').slice(0, 16);
}

/** The device's id as it is written; null where there is none. Writes nothing. */
export function readDevice(library: string, machine: string): string | null {
  const file = readDeviceFile(join(library, 'device.json'));
  if (!file) return null;
  return file.machines.find((entry) => entry.machine === machineHash(file.salt, machine))?.device ?? file.machines[0]?.device ?? null;
}

export function newDeviceId(): string {
  return randomBytes(4).toString('hex');
}

/**
 * The device's id, made where there is none or where the library was copied.
 * @param wanted an id used already, while device.json could not be written
 * @throws the system's error
 */
export function claimDevice(library: string, machine: string, wanted?: string): Device {
  const path = join(library, 'device.json');
  const file = readDeviceFile(path);
  const inode = file && inodeAt(path);
  const copied = file !== null && inode !== file.inode;
  const salt = file?.salt ?? randomBytes(8).toString('hex');
  const own = file?.machines.find((entry) => entry.machine === machineHash(salt, machine));
  if (own && !copied) return { id: own.device, adoptedFrom: null, made: false };
  const id = wanted ?? newDeviceId();
  const entry: Machine = { device: id, machine: machineHash(salt, machine) };
  const machines = copied || !file ? [entry] : [...file.machines, entry];
  replaceFile(
    path,
    (ino) => `${JSON.stringify({ salt, inode: ino, machines }, null, 2)}\n`,
    (fd) => fstatSync(fd).ino,
  );
  /* Another process may have done the same at the same moment: the file that stayed decides. */
  const settled = readDevice(library, machine) ?? id;
  return { id: settled, adoptedFrom: file ? (own?.device ?? file.machines[0]?.device ?? null) : null, made: settled === id };
}

function machineHash(salt: string, machine: string): string {
  return hash('sha256', `${salt} ${machine}`, 'hex').slice(0, 16);
}

function readDeviceFile(path: string): DeviceFile | null {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as DeviceFile;
    const sound =
      typeof file.salt === 'string' && Array.isArray(file.machines) && file.machines.every(({ device }) => /^[0-9a-f]{8}$/.test(device));
    return sound ? file : null;
  } catch {
    return null;
  }
}

const inodeAt = (path: string): number => statSync(path).ino;
