/**
 * `npm run build`: builds the site over the edition that CONTENT names. `-- --keep-going` leaves out
 * articles with faults instead of refusing the edition, and says so at the end.
 */
import { parseArgs } from 'node:util';
import { build, type Plugin } from 'vite';
import { editionPluginName, type EditionApi } from './vite/edition.ts';

const { values } = parseArgs({ options: { 'keep-going': { type: 'boolean', default: false } } });
if (values['keep-going']) process.env['KEEP_GOING'] = 'yes';

let edition: EditionApi | undefined;
/** Finds the edition’s plugin, which is made by vite.config.ts. */
const findEdition: Plugin = {
  name: 'liseuse:find-edition',
  configResolved({ plugins }) {
    edition = plugins.find(({ name }) => name === editionPluginName)?.api as EditionApi | undefined;
  },
};

try {
  await build({ plugins: [findEdition] });
  // Not by the plugin itself: others still print when it is done.
  for (const notice of edition?.notices() ?? []) console.warn(`\n${notice}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
