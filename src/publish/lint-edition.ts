/**
 * `npm run lint:edition`: says what is wrong with the typography of the edition that CONTENT names, and
 * ends in an error where there is anything; `-- --fix` mends it in the files.
 */
import { parseArgs } from 'node:util';
import { checkTypography } from './check-typography.ts';

const { values } = parseArgs({ options: { fix: { type: 'boolean', default: false } } });
const folder = process.env['CONTENT'] ?? 'public/content';

/** Spaces that cannot be told apart by eye are named. */
function shown(text: string): string {
  return text.replace(
    /[\u00a0\u2009\u202f]/g,
    (space) => `[${space.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

let count = 0;
for await (const { file, findings, faults } of checkTypography(folder, values)) {
  for (const fault of faults) console.error(fault);
  for (const { path, rule, was, now, around } of findings) {
    console.error(
      `${file}: ${path}: ${rule}: ${shown(was)} → ${shown(now)}   in: ${shown(around)}`,
    );
  }
  count += faults.length + findings.length;
  if (faults.length > 0 || !values.fix) process.exitCode = 1;
}
if (values.fix) console.log(`${count} faults of typography, mended where the file can be read`);
