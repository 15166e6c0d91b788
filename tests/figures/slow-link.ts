/**
 * A slow line to a host on this machine. What the browser offers for it slows each request as a
 * whole: a new connection costs nothing more, two requests at once do not share the line, and a page
 * comes in one piece. Here bytes travel as they do on a phone: a connection is opened by one round
 * trip, and all connections share the line, packet by packet. Packets are not lost, a connection is
 * as fast from its first byte on as later, and nothing is encrypted: no slower than a real one.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface LineSpeed {
  /** There and back. */
  roundTripMs: number;
  /** Bytes per ms, for all connections together. */
  down: number;
  up: number;
}

export interface SlowLink {
  /** Where the host is found through the line, without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

/** Bytes of a packet: Ethernet’s frame without the heads of IP and TCP. */
const packetSize = 1460;

/** @param origin of the host behind the line */
export async function startSlowLink(origin: string, speed: LineSpeed): Promise<SlowLink> {
  const port = Number(new URL(origin).port);
  const down = new Line(speed.down, speed.roundTripMs / 2);
  const up = new Line(speed.up, speed.roundTripMs / 2);
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => {
        near.destroy();
        far.destroy();
      });
    }
    // The browser takes the connection for open at once: what it sends first waits for that.
    const openAt = performance.now() + speed.roundTripMs;
    up.carry(near, far, openAt);
    down.carry(far, near, openAt);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}

/** One direction, which all connections share: a packet waits for those before it. */
class Line {
  readonly #bytesPerMs: number;
  readonly #latencyMs: number;
  #freeAt = 0;

  constructor(bytesPerMs: number, latencyMs: number) {
    this.#bytesPerMs = bytesPerMs;
    this.#latencyMs = latencyMs;
  }

  carry(from: Socket, to: Socket, openAt: number): void {
    let last = Promise.resolve();
    const later = (at: number, run: () => void) => {
      last = last.then(() => until(at)).then(run);
    };
    // A connection that is not open yet leaves the line to the others.
    let opening: Promise<void> | undefined = until(openAt).then(() => (opening = undefined));
    const send = (run: () => void) => {
      if (opening) void opening.then(run);
      else run();
    };
    from.on('data', (data: Buffer) => {
      for (let start = 0; start < data.length; start += packetSize) {
        const packet = data.subarray(start, start + packetSize);
        send(() => {
          const sentAt = Math.max(performance.now(), this.#freeAt);
          this.#freeAt = sentAt + packet.length / this.#bytesPerMs;
          later(this.#freeAt + this.#latencyMs, () => void (to.writable && to.write(packet)));
        });
      }
    });
    from.on('end', () => send(() => later(performance.now() + this.#latencyMs, () => to.end())));
    from.on('close', () =>
      send(() => later(performance.now() + this.#latencyMs, () => to.destroySoon())),
    );
  }
}

function until(at: number): Promise<void> {
  const ms = at - performance.now();
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
