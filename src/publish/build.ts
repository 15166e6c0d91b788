/**
 * `npm run build`: builds the site over the edition that CONTENT names. `-- --keep-going` leaves out
 * articles with faults instead of refusing the edition, and says so at the end.
 */
import { parseArgs } from 'node:util';
import { build } from 'vite';

const { values } = parseArgs({ options: { 'keep-going': { type: 'boolean', default: false } } });
if (values['keep-going']) process.env['KEEP_GOING'] = 'yes';

build().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
