import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'tests/fixtures/type-errors';

/** The lines that svelte-check reports in the fixture, whatever its exit code. */
function reportedLines(): Promise<{ lines: number[]; output: string }> {
  const options = ['--workspace', folder, '--tsconfig', './tsconfig.json'];
  const command = ['node_modules/svelte-check/bin/svelte-check', ...options, '--output', 'machine'];
  return new Promise((resolve) => {
    execFile(process.execPath, command, (_, output) => {
      const errors = [...output.matchAll(/ ERROR "([^"]+)" (\d+):\d+ /g)];
      const lines = errors.filter(([, file]) => file?.endsWith('Messages.svelte'));
      resolve({ lines: lines.map(([, , line]) => Number(line)), output });
    });
  });
}

/** The lines marked in the fixture: the marked line itself, or the one above the comment. */
function markedLines(): number[] {
  return readFileSync(`${folder}/Messages.svelte`, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.endsWith('// error')) return [index + 1];
      return line.includes('<!-- error above -->') ? [index] : [];
    });
}

// Also guards the set-up: svelte-check is known to report nothing at all when its set-up is broken.
test('a wrong key, a missing, misspelt or superfluous argument is a type error', async () => {
  const { lines, output } = await reportedLines();
  expect(
    [...new Set(lines)].sort((a, b) => a - b),
    output,
  ).toEqual(markedLines());
}, 120_000);
