/**
 * A slow line between a browser and the hosts on this machine, as a SOCKS proxy (RFC 1928). What the
 * browser offers for it slows each request as a whole: a new connection costs nothing more, two
 * requests at once do not share the line, and a page comes in one piece. Here bytes travel as they do
 * on a phone: a connection is opened by one round trip, for which the browser waits as it would for
 * any, and all connections share the line, packet by packet. Packets are not lost, a connection is as
 * fast from its first byte on as later, and nothing is encrypted: no slower than a real one.
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
  /** As browsers take it: `socks5://127.0.0.1:PORT`. */
  proxy: string;
  close(): Promise<void>;
}

/** Bytes of a packet: Ethernet’s frame without the heads of IP and TCP. */
const packetSize = 1460;

/** Leads to hosts with an IPv4 address or a name. */
export async function startSlowLink(speed: LineSpeed): Promise<SlowLink> {
  const down = new Line(speed.down, speed.roundTripMs / 2);
  const up = new Line(speed.up, speed.roundTripMs / 2);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay();
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const serve = async (near: Socket) => {
    keep(near).on('error', () => near.destroy());
    const target = await askedFor(near);
    if (!target) {
      near.destroy();
      return;
    }
    const far = keep(connect(target));
    far.on('error', () => near.destroy());
    near.on('error', () => far.destroy());
    await until(performance.now() + speed.roundTripMs);
    near.write(opened);
    up.carry(near, far);
    down.carry(far, near);
  };
  const server = createServer((socket) => void serve(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    proxy: `socks5://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}

/** What the proxy answers when asked how to speak: without a password. */
const welcome = Buffer.from([5, 0]);
/** What it answers when the connection is open; no address of its own. */
const opened = Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]);

/** Where the browser wants to be connected to; undefined for what is not SOCKS. */
async function askedFor(socket: Socket): Promise<{ host: string; port: number } | undefined> {
  const greeting = await nextMessage(socket);
  if (greeting?.[0] !== 5) return undefined;
  socket.write(welcome);
  // Version, command, reserved; kind of address (1: IPv4, 3: a name after its length); port.
  const request = await nextMessage(socket);
  if (request?.[1] !== 1) return undefined;
  const port = request.readUInt16BE(request.length - 2);
  const address = request.subarray(4, -2);
  return request[3] === 1
    ? { host: address.join('.'), port }
    : { host: address.subarray(1).toString(), port };
}

/** The few bytes of a message come at once; undefined when the other side has gone. */
function nextMessage(socket: Socket): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    socket.once('data', resolve);
    socket.once('close', () => resolve(undefined));
  });
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

  carry(from: Socket, to: Socket): void {
    let last = Promise.resolve();
    const later = (at: number, run: () => void) => {
      last = last.then(() => until(at)).then(run);
    };
    from.on('data', (data: Buffer) => {
      for (let start = 0; start < data.length; start += packetSize) {
        const packet = data.subarray(start, start + packetSize);
        const sentAt = Math.max(performance.now(), this.#freeAt);
        this.#freeAt = sentAt + packet.length / this.#bytesPerMs;
        later(this.#freeAt + this.#latencyMs, () => void (to.writable && to.write(packet)));
      }
    });
    from.on('end', () => later(performance.now() + this.#latencyMs, () => to.end()));
    from.on('close', () => later(performance.now() + this.#latencyMs, () => to.destroySoon()));
  }
}

function until(at: number): Promise<void> {
  const ms = at - performance.now();
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
