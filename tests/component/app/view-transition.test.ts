import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { withViewTransition } from '../../../src/app/view-transition.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const wantsMotion = (matches: boolean) =>
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches } as MediaQueryList);

/** A document without the function, as in an older browser; or with another in its place. */
function replaceTransitions(value: unknown): void {
  const descriptor = Object.getOwnPropertyDescriptor(Document.prototype, 'startViewTransition')!;
  delete (Document.prototype as Partial<Document>).startViewTransition;
  if (value) Object.assign(Document.prototype, { startViewTransition: value });
  onTestFinished(() => {
    Object.defineProperty(Document.prototype, 'startViewTransition', descriptor);
  });
}

describe('a change of page', () => {
  test('is seen as a transition, and has happened when that is told', async () => {
    wantsMotion(false);
    const start = vi.spyOn(document, 'startViewTransition');
    const change = vi.fn();
    const changed = withViewTransition(change);
    expect(change).not.toHaveBeenCalled();
    await changed;
    expect(change).toHaveBeenCalledOnce();
    expect(start).toHaveBeenCalledOnce();
  });

  test('is at once where the reader wants no motion', () => {
    wantsMotion(true);
    const start = vi.spyOn(document, 'startViewTransition');
    const change = vi.fn();
    void withViewTransition(change);
    expect(change).toHaveBeenCalledOnce();
    expect(start).not.toHaveBeenCalled();
  });

  test('is at once in a browser without transitions', () => {
    wantsMotion(false);
    replaceTransitions(undefined);
    const change = vi.fn();
    void withViewTransition(change);
    expect(change).toHaveBeenCalledOnce();
  });

  test('is at once on a page that nobody sees: no picture of it is ever taken', () => {
    wantsMotion(false);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const change = vi.fn();
    void withViewTransition(change);
    expect(change).toHaveBeenCalledOnce();
  });

  test('that is overtaken by another happens, and nothing is told to have failed', async () => {
    wantsMotion(false);
    const failures: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      failures.push(event.reason);
    };
    addEventListener('unhandledrejection', note);
    onTestFinished(() => removeEventListener('unhandledrejection', note));
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((number) => withViewTransition(() => void order.push(number))));
    expect(order).toEqual([1, 2, 3]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(failures).toEqual([]);
  });
});
