/** A part of the program that is brought when it is first needed. */
export interface Lazy<T> {
  /** Undefined until a load has ended well. */
  readonly loaded: T | undefined;
  /** Brings it, once; a load that failed can be tried again. */
  load(): Promise<T>;
}

/** @param bring most often a dynamic import, and what is wanted of the module */
export function lazy<T>(bring: () => Promise<T>): Lazy<T> {
  let loaded: T | undefined;
  let loading: Promise<T> | undefined;
  return {
    get loaded() {
      return loaded;
    },
    load() {
      loading ??= bring().then(
        (brought) => (loaded = brought),
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
}
