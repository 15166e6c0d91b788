import { onTestFinished, vi } from 'vitest';

/** Makes the browser of this test spare data, or not; undefined for one that does not tell. */
export function saveData(value: boolean | undefined): void {
  const connection = value === undefined ? undefined : { saveData: value };
  const spy = vi.spyOn(navigator as { connection?: unknown }, 'connection', 'get');
  spy.mockReturnValue(connection);
  onTestFinished(() => spy.mockRestore());
}
