/**
 * Run before the tests: makes sure that there is a Chromium, and gets one only where there is none.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

const ways: { what: string; isPossible: boolean; commands: string[][] }[] = [
  {
    what: 'Playwright’s download',
    isPossible: true,
    commands: [['npx', 'playwright', 'install', 'chromium']],
  },
  {
    what: 'the system’s package',
    isPossible: existsSync('/etc/debian_version') && process.getuid?.() === 0,
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ],
  },
];

function ensureChromium(): string | undefined {
  const found = findChromium();
  if (found) return found;
  for (const { what, isPossible, commands } of ways) {
    if (!isPossible) continue;
    console.log(`No Chromium found. Trying ${what}.`);
    const hasRun = commands.every(run);
    const got = hasRun ? findChromium() : undefined;
    if (got) return got;
  }
  return undefined;
}

function run([command = '', ...args]: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

const path = ensureChromium();
if (path) {
  console.log(`Chromium: ${path}`);
} else {
  console.error(
    'The tests need a Chromium, and none could be found or fetched.\n' +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to the path of its executable.',
  );
  process.exitCode = 1;
}
