/** Read by the build, the checker and the linter alike. */
export default {
  compilerOptions: {
    runes: true,
    // The compiler’s templates become elements one by one, never through innerHTML: the page’s
    // Trusted Types policy refuses that.
    fragments: 'tree',
  },
};
