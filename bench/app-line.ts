import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One line shared by all connections of a page: `bytesPerSecond` towards the browser, `roundTripMs` before an answer begins. */
export interface Line {
  bytesPerSecond: number;
  roundTripMs: number;
}

/** What a phone on a poor line has; the figures of Lighthouse's "slow 4G": 1.6 Mbit/s, 150 ms. */
export const SLOW: Line = { bytesPerSecond: 1_638_400 / 8, roundTripMs: 150 };

/** A packet's worth: small enough that connections take turns. */
const PIECE = 4096;

/** Runs jobs in the order given, each not before its time. Timers alone may overtake one another. */
function queue(): (due: number, job: () => void) => void {
  const waiting: { due: number; job: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const pump = (): void => {
    timer = undefined;
    while (waiting[0] && waiting[0].due <= performance.now()) waiting.shift()!.job();
    if (waiting[0]) timer = setTimeout(pump, Math.max(0, waiting[0].due - performance.now()));
  };
  return (due, job) => {
    waiting.push({ due, job });
    timer ??= setTimeout(pump, Math.max(0, due - performance.now()));
  };
}

/**
 * A port that leads to `port` over such a line. Browsers can slow a page down themselves, but not the scripts of its
 * workers; a line slows all alike. Handshakes are not delayed.
 */
export async function lineTo(port: number, line: Line): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const [up, down] = [queue(), queue()];
  let free = 0;
  const server = createServer((client) => {
    const host = connect(port, '127.0.0.1');
    for (const socket of [client, host]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => [client, host].forEach((s) => s.destroy()));
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (bytes) => up(performance.now() + line.roundTripMs, () => host.write(bytes)));
    client.on('end', () => up(performance.now() + line.roundTripMs, () => host.end()));
    host.on('data', (bytes: Buffer) => {
      for (let i = 0; i < bytes.length; i += PIECE) {
        const piece = bytes.subarray(i, i + PIECE);
        free = Math.max(free, performance.now()) + (piece.length / line.bytesPerSecond) * 1000;
        down(free, () => client.write(piece));
      }
    });
    host.on('end', () => down(free, () => client.end()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      for (const socket of sockets) socket.destroy();
    });
  return { port: (server.address() as AddressInfo).port, close };
}
