/**
 * Which messages no page begins with: those of areas that only parts of the program show which come
 * when they are asked for. A part that shows them is brought by `withLaterMessages`.
 */
const laterAreas = [
  'both',
  'comments',
  'copy',
  'hidden',
  'keys',
  'myComments',
  'position',
  'savedList',
  'settings',
  'storage',
  'update',
];

/** Said where the program is not: the build writes them into index.html and the manifests. */
const shellArea = 'shell';

export type MessagePart = 'start' | 'later' | 'shell';

export function partOf(key: string): MessagePart {
  const [area = ''] = key.split('.');
  if (area === shellArea) return 'shell';
  return laterAreas.includes(area) ? 'later' : 'start';
}
