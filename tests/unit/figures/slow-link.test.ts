import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startSlowLink } from '../../figures/slow-link.ts';

const line = { roundTripMs: 40, down: 100, up: 100 };

/** A host that answers everything with so many bytes, behind the line. */
async function startHost(size: number): Promise<string> {
  const body = Buffer.alloc(size, 'x');
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.address() as AddressInfo).port;
  const link = await startSlowLink(`http://127.0.0.1:${port}`, line);
  onTestFinished(async () => {
    await link.close();
    server.close();
  });
  return link.origin;
}

async function timed(origin: string): Promise<{ size: number; ms: number }> {
  const start = performance.now();
  const { length: size } = await (await fetch(origin)).text();
  return { size, ms: performance.now() - start };
}

// No faster than this; a busy machine may take longer.
test('a connection, a request and its answer take a round trip each way, and the line its time', async () => {
  const { size, ms } = await timed(await startHost(20_000));
  expect(size).toBe(20_000);
  expect(ms).toBeGreaterThanOrEqual(2 * 40 + 20_000 / 100 - 5);
});

test('two at once share the line', async () => {
  const origin = await startHost(20_000);
  const both = await Promise.all([timed(origin), timed(origin)]);
  expect(both.map(({ size }) => size)).toEqual([20_000, 20_000]);
  expect(Math.max(...both.map(({ ms }) => ms))).toBeGreaterThanOrEqual(40_000 / 100);
});

test('a connection that is being opened leaves the line to those that are open', async () => {
  const origin = await startHost(10);
  const open = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => open.destroy());
  const answered: string[] = [];
  const ask = (name: string, agent: Agent) =>
    new Promise<void>((resolve) => {
      get(origin, { agent }, (response) => {
        response.resume().on('end', () => {
          answered.push(name);
          resolve();
        });
      });
    });
  await ask('first', open);
  await Promise.all([ask('on a new connection', new Agent()), ask('on the open one', open)]);
  expect(answered).toEqual(['first', 'on the open one', 'on a new connection']);
});
