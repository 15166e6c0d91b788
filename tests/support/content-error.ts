import { ContentError } from '../../src/content/errors.ts';

/**
 * The ContentError that some work ends in.
 * @throws whatever else it ends in
 */
export async function contentErrorOf(work: () => unknown): Promise<ContentError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  }
  throw new Error('There was no error');
}

/** What a reader of the error sees: a line for each fault. */
export async function faultsOf(work: () => unknown): Promise<string[]> {
  return (await contentErrorOf(work)).message.split('\n');
}
