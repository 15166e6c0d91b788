import { withLaterMessages } from '../i18n/messages.ts';
import { goToPosition } from '../reader/reading-position.ts';
import type { Notices } from '../ui/notices.svelte.ts';
import { scrollOf } from './scroll.ts';

/**
 * Takes the reader of an article that is opened anew to where they had come, and says so. The history
 * and the address know better, if they name a place.
 */
export async function goOnReading(articleId: string, notices: Notices): Promise<void> {
  if (scrollOf(history.state) || location.hash) return;
  if (!(await goToPosition(articleId))) return;
  const { resumedNotice } = await withLaterMessages(import('./resumed-notice.ts'));
  notices.show(resumedNotice(articleId));
}
