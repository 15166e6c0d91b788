import { t } from '../i18n/messages.ts';
import { dropPosition } from '../storage/reading-positions.ts';
import type { Notice } from '../ui/notices.svelte.ts';

/** Says why an article does not begin at its beginning, and leads there. */
export function resumedNotice(articleId: string): Notice {
  const toTop = () => {
    scrollTo({ top: 0, behavior: 'instant' });
    dropPosition(articleId);
  };
  return {
    message: () => t('position.resumed'),
    action: { label: () => t('position.toTop'), run: toTop },
  };
}
