/** How to bring each part of each language’s messages, compiled: made by publish/vite/messages.ts. */
declare module 'virtual:messages' {
  // An import from a relative path has no effect in such a module.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  type Language = import('../content/language.ts').Language;
  type Bring = () => Promise<{ default: Record<string, string> }>;

  const messageParts: Record<Language, Record<'start' | 'later', Bring>>;
  export default messageParts;
}
