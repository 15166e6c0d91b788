import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const usualPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * Path of the Chromium to test with: CHROMIUM_PATH or CHROME_BIN, then the usual names in PATH, then
 * the one Playwright downloaded. Undefined when there is none.
 * @throws {Error} when an environment variable names something that cannot be run.
 */
export function findChromium(): string | undefined {
  for (const variable of ['CHROMIUM_PATH', 'CHROME_BIN']) {
    const path = process.env[variable];
    if (path && !isExecutable(path)) throw new Error(`${variable}: cannot run ${path}`);
    if (path) return path;
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = usualNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...usualPlaces, chromium.executablePath()].find(isExecutable);
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
