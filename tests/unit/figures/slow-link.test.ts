import { Agent, createServer, get } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { startSlowLink } from '../../figures/slow-link.ts';

const line = { roundTripMs: 40, down: 100, up: 100 };

/** A host that answers everything with so many bytes, and the line to it. */
async function startHost(size: number): Promise<{ port: number; agent: () => Agent }> {
  const body = Buffer.alloc(size, 'x');
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const link = await startSlowLink(line);
  onTestFinished(async () => {
    await link.close();
    server.close();
  });
  return { port, agent: () => new ProxyAgent(Number(new URL(link.proxy).port), port) };
}

/** Connects as a browser does that has a SOCKS proxy, and keeps one connection. */
class ProxyAgent extends Agent {
  readonly #proxyPort: number;
  readonly #port: number;

  constructor(proxyPort: number, port: number) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#proxyPort = proxyPort;
    this.#port = port;
    onTestFinished(() => this.destroy());
  }

  override createConnection(...[, done]: Parameters<Agent['createConnection']>): undefined {
    void this.#open().then((socket) => done?.(null, socket));
  }

  async #open(): Promise<Socket> {
    const socket = connect({ port: this.#proxyPort, host: '127.0.0.1' });
    socket.write(Buffer.from([5, 1, 0]));
    expect(await once(socket, 'data')).toEqual([Buffer.from([5, 0])]);
    const port = Buffer.alloc(2);
    port.writeUInt16BE(this.#port);
    socket.write(Buffer.from([5, 1, 0, 1, 127, 0, 0, 1, ...port]));
    const [[, status]] = (await once(socket, 'data')) as [Buffer];
    expect(status).toBe(0);
    return socket;
  }
}

async function timed(port: number, agent: Agent): Promise<{ size: number; ms: number }> {
  const start = performance.now();
  const size = await new Promise<number>((resolve, reject) => {
    get({ host: '127.0.0.1', port, agent }, (response) => {
      let bytes = 0;
      response.on('data', ({ length }: Buffer) => (bytes += length));
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
  return { size, ms: performance.now() - start };
}

// No faster than this; a busy machine may take longer.
test('a connection, a request and its answer take a round trip each way, and the line its time', async () => {
  const { port, agent } = await startHost(20_000);
  const { size, ms } = await timed(port, agent());
  expect(size).toBe(20_000);
  expect(ms).toBeGreaterThanOrEqual(2 * 40 + 20_000 / 100 - 5);
});

test('two at once share the line', async () => {
  const { port, agent } = await startHost(20_000);
  const both = await Promise.all([timed(port, agent()), timed(port, agent())]);
  expect(both.map(({ size }) => size)).toEqual([20_000, 20_000]);
  expect(Math.max(...both.map(({ ms }) => ms))).toBeGreaterThanOrEqual(40_000 / 100);
});

test('an open connection is faster than one that has to be opened', async () => {
  const { port, agent } = await startHost(10);
  const open = agent();
  await timed(port, open);
  const answered: string[] = [];
  const ask = async (name: string, by: Agent) => {
    await timed(port, by);
    answered.push(name);
  };
  await Promise.all([ask('on a new connection', agent()), ask('on the open one', open)]);
  expect(answered).toEqual(['on the open one', 'on a new connection']);
});

test('whoever does not speak its language is sent away', async () => {
  const { proxy, close } = await startSlowLink(line);
  onTestFinished(close);
  const socket = connect({ port: Number(new URL(proxy).port), host: '127.0.0.1' });
  socket.write('GET / HTTP/1.1\r\n\r\n');
  await once(socket, 'close');
});
