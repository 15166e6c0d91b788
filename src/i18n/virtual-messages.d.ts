/** The messages of one part of a language, compiled: made by publish/vite/messages.ts. */
declare module 'virtual:messages/*' {
  const messages: Record<string, string>;
  export default messages;
}
