/**
 * Stands in for the package deepmerge (see publish/vite/messages.ts), which svelte-i18n uses to put
 * a language’s files together: our catalogues are flat, so a shallow copy is the same.
 */
const merge = {
  all: (catalogues: readonly Record<string, string>[]): Record<string, string> =>
    Object.assign({}, ...catalogues) as Record<string, string>,
};

export default merge;
