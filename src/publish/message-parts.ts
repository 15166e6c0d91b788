/**
 * Which messages no page begins with: those of areas that only parts of the program show which come
 * when they are asked for. A part that shows them is brought by `withLaterMessages`.
 */
const laterAreas = ['both', 'comments', 'myComments', 'position', 'settings', 'storage', 'update'];

export type MessagePart = 'start' | 'later';

export function partOf(key: string): MessagePart {
  return laterAreas.includes(key.split('.')[0] ?? '') ? 'later' : 'start';
}
