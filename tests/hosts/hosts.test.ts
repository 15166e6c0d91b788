/**
 * The configurations of docs/hosting/ in the servers they are for. `npm run test:hosts`, which may
 * have to install them first (tests/support/ensure-hosts.ts); no part of `npm test`.
 */
import path from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { compressFolder } from '../../src/publish/compress.ts';
import {
  checkExpectation,
  checkHeadAndRevalidation,
  checkNoOpenRedirect,
  expectations,
  nameOf,
} from '../support/host-expectations.ts';
import { madeDistFolder } from '../support/made-dist.ts';
import { startCaddy, startNginx, type RunningServer } from './servers.ts';

describe.each([
  ['nginx', startNginx],
  ['Caddy', startCaddy],
] as const)('%s', (_, startServer) => {
  describe.each(['/', '/news/'])('with the site at %s', (base) => {
    let server: RunningServer | undefined;
    let removeFolder: (() => Promise<void>) | undefined;
    const site = () => server?.site ?? '';

    beforeAll(async () => {
      const { folder, remove } = await madeDistFolder(base.slice(1));
      removeFolder = remove;
      await compressFolder(path.join(folder, 'site'));
      server = await startServer({ folder, base });
    }, 30_000);
    afterAll(async () => {
      await server?.stop();
      await removeFolder?.();
    }, 30_000);

    test.each(expectations.map((each) => [nameOf(each), each] as const))('%s', (_, expected) =>
      checkExpectation(site(), expected),
    );

    test.each(['fr/article/budget-2027', 'assets/app-1a2b3c4d.js', 'content/index.json'])(
      'HEAD, and a second visit to %s',
      (file) => checkHeadAndRevalidation(site(), file),
    );

    test('redirects to no other host', () => checkNoOpenRedirect(site()));
  });
});
