import { errorMessage } from '../i18n/error-message.ts';
import { t } from '../i18n/messages.ts';
import type { Notices } from '../ui/notices.svelte.ts';
import type { Library } from './library.svelte.ts';

/** Removes an article from the saved ones and offers to take that back. Never rejects. */
export async function removeWithUndo(
  id: string,
  library: Library,
  notices: Notices,
): Promise<void> {
  try {
    const copy = await library.remove(id);
    if (!copy) return;
    const undo = async () => {
      try {
        await library.restore(copy);
        notices.show({ message: () => t('saved.restored') });
      } catch (error) {
        notices.show({
          message: () => t(errorMessage(error)),
          action: { label: () => t('states.retry'), run: () => void undo() },
        });
      }
    };
    notices.show({
      message: () => t('saved.removed'),
      action: { label: () => t('saved.undo'), run: () => void undo() },
    });
  } catch (error) {
    notices.show({ message: () => `${t('saved.removeFailed')} ${t(errorMessage(error))}` });
  }
}
