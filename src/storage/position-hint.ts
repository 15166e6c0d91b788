/** Where the reading positions are kept: see reading-positions.ts. */
export const positionsKey = 'liseuse.positions';

/** Whether there may be a reading position in an article: known without the code that reads it. */
export function mayHavePosition(articleId: string): boolean {
  try {
    return localStorage.getItem(positionsKey)?.includes(`"${articleId}"`) ?? false;
  } catch {
    // A browser that keeps nothing.
    return false;
  }
}
