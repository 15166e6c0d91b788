/**
 * `npm run messages`: prints the interface’s messages in all languages side by side, with what is wrong
 * with them; ends with a non-zero code if anything is. `-- --only saved.` shows those whose key holds
 * that. `-- --bytes` prints what they cost on the first load instead.
 */
import { parseArgs } from 'node:util';
import { bytesTable, measureMessages } from './message-bytes.ts';
import { readCatalogue } from './message-catalogue.ts';
import { checkCatalogue, type MessageFault } from './message-faults.ts';
import { messageTable } from './message-table.ts';
import { unusedKeys } from './message-use.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, bytes: { type: 'boolean', default: false } },
});
const root = process.cwd();

if (values.bytes) console.log(bytesTable(await measureMessages(root)));
else showTable();

function showTable(): void {
  const catalogue = readCatalogue(root);
  const unused = unusedKeys(Object.keys(catalogue.en), root).map((key): MessageFault => ({
    key,
    language: 'en',
    reason: 'nothing in src names it',
  }));
  const faults = [...checkCatalogue(catalogue), ...unused];
  // Into a file, as wide as it takes.
  const width = process.stdout.columns ?? Infinity;
  console.log(messageTable(catalogue, faults, { only: values.only, width }));
  if (faults.length === 0) return;
  console.log(`\n${faults.length} faults`);
  process.exitCode = 1;
}
