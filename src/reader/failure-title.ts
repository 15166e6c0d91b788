import { ContentError } from '../content/errors.ts';
import type { PlainMessageKey } from '../i18n/messages.ts';

/** What an article that cannot be shown is called, over its place and in the browser’s tab. */
export function failureTitle(error: unknown): PlainMessageKey {
  const kind = error instanceof ContentError ? error.kind : undefined;
  if (kind === 'not-found') return 'states.notFound';
  return kind === 'offline' ? 'states.offlineMissing' : 'states.errorTitle';
}
