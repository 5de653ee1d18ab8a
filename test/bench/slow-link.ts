/* A slow link on this machine: a TCP proxy on the loopback that passes bytes on at a rate, after a delay, and reads no faster than that. */
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';

export interface SlowLink {
  readonly port: number;
  close(): void;
}

interface LinkOptions {
  /** Port on 127.0.0.1 that is reached through the link. */
  readonly to: number;
  readonly roundTripMs: number;
  readonly bytesPerSecond: number;
}

/** Largest piece passed on at once: 25 ms of a link of 10 KB/s. */
const PIECE = 256;
/** Bytes that the link itself holds: a router's small buffer. What comes faster waits with the sender. */
const HELD = 2048;

export function openSlowLink({ to, roundTripMs, bytesPerSecond }: LinkOptions): Promise<SlowLink> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = dial({ port: to, host: '127.0.0.1', noDelay: true });
    near.setNoDelay(true);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    pump(near, far);
    pump(far, near);
  });

  /** One direction: bytes leave one after the other at the rate, and arrive half a round trip later. */
  function pump(from: Socket, into: Socket): void {
    let free = 0;
    let waiting = 0;
    from.on('data', (data) => {
      const chunk = Buffer.from(data);
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        free = Math.max(free, performance.now()) + (piece.length * 1000) / bytesPerSecond;
        waiting += piece.length;
        const sent = free - performance.now();
        setTimeout(() => {
          waiting -= piece.length;
          if (waiting < HELD) from.resume();
        }, sent);
        setTimeout(() => void into.write(piece), sent + roundTripMs / 2);
      }
      if (waiting >= HELD) from.pause();
    });
    from.on('end', () => setTimeout(() => into.end(), Math.max(0, free - performance.now()) + roundTripMs / 2));
    from.on('close', () => setTimeout(() => into.destroy(), Math.max(0, free - performance.now()) + roundTripMs));
  }

  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close() {
          server.close();
          for (const socket of sockets) socket.destroy();
        },
      });
    });
  });
}
