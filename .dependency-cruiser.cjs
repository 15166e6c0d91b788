/**
 * Who may import whom: the table of docs/architecture.md, and nothing beside it. A name that ends in
 * `.ts` is that one file.
 */
const mayImport = {
  lib: [],
  content: ['lib'],
  ui: ['lib'],
  storage: ['lib', 'content'],
  i18n: ['lib', 'content'],
  offline: ['lib'],
  reader: ['lib', 'content', 'ui', 'storage', 'i18n'],
  edition: ['lib', 'content', 'ui', 'storage', 'i18n'],
  library: ['lib', 'content', 'ui', 'storage', 'i18n'],
  comments: ['lib', 'content', 'ui', 'storage', 'i18n'],
  settings: ['lib', 'content', 'ui', 'storage', 'i18n'],
  pages: [
    'lib',
    'content',
    'ui',
    'storage',
    'i18n',
    'offline',
    'reader',
    'edition',
    'library',
    'comments',
    'settings',
  ],
  publish: ['lib', 'content', 'app/route.ts'],
};

const patternOf = (name) => (name.endsWith('.ts') ? `${name.replace('.', '\\.')}$` : `${name}/`);

const directions = Object.entries(mayImport).map(([folder, others]) => ({
  name: `${folder} may import ${others.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...others].map(patternOf).join('|')})` },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      // A component that shows what holds itself (a list in a list) may import itself.
      to: { circular: true, viaOnly: { pathNot: '\\.svelte$' } },
    },
    {
      name: 'content knows no framework',
      severity: 'error',
      from: { path: '^src/(content|lib)/' },
      to: { path: 'node_modules/(svelte|svelte-i18n|idb)/' },
    },
    {
      name: 'only storage touches the database',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/storage/' },
      to: { path: 'node_modules/idb/' },
    },
    {
      name: 'only i18n speaks to svelte-i18n',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/i18n/' },
      to: { path: 'node_modules/svelte-i18n/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.svelte'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'default'],
    },
    extraExtensionsToScan: [],
  },
};
