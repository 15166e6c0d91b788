import { errorMessage } from '../i18n/error-message.ts';
import { t } from '../i18n/messages.ts';
import type { OwnComment, OwnComments } from '../storage/comments.ts';
import type { Notices } from '../ui/notices.svelte.ts';

/**
 * Deletes a comment and offers to take that back; `onrestored` is called when that is done.
 * Resolves to whether it was deleted; says why when it was not. Never rejects.
 */
export async function removeWithUndo(
  { id }: OwnComment,
  comments: OwnComments,
  notices: Notices,
  onrestored?: () => void,
): Promise<boolean> {
  try {
    const removed = await comments.remove(id);
    if (!removed) return false;
    const undo = async () => {
      try {
        await comments.restore(removed);
        notices.show({ message: () => t('comments.restored') });
        onrestored?.();
      } catch (error) {
        notices.show({
          message: () => t(errorMessage(error)),
          action: { label: () => t('states.retry'), run: () => void undo() },
        });
      }
    };
    notices.show({
      message: () => t('comments.deleted'),
      action: { label: () => t('comments.undo'), run: () => void undo() },
    });
    return true;
  } catch (error) {
    notices.show({ message: () => t(errorMessage(error)) });
    return false;
  }
}
