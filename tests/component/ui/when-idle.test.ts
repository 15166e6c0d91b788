import { afterEach, describe, expect, test, vi } from 'vitest';
import { savesData, whenIdle } from '../../../src/ui/when-idle.ts';
import { saveData } from '../../support/save-data.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('what is done when idle', () => {
  test('is not done at once, but soon', async () => {
    const work = vi.fn();
    whenIdle(work);
    expect(work).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(work).toHaveBeenCalledOnce());
  });

  test('is done in time on a page that never rests', () => {
    const request = vi.spyOn(window, 'requestIdleCallback').mockReturnValue(1);
    whenIdle(() => {});
    expect(request).toHaveBeenCalledExactlyOnceWith(expect.any(Function), { timeout: 4_000 });
  });

  test('is done where the browser does not tell when it is idle', async () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    const work = vi.fn();
    whenIdle(work);
    await vi.waitFor(() => expect(work).toHaveBeenCalledOnce());
  });

  test('waits until the page has loaded', async () => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
    const request = vi.spyOn(window, 'requestIdleCallback');
    const work = vi.fn();
    whenIdle(work);
    expect(request).not.toHaveBeenCalled();
    dispatchEvent(new Event('load'));
    await vi.waitFor(() => expect(work).toHaveBeenCalledOnce());
    dispatchEvent(new Event('load'));
    expect(request).toHaveBeenCalledOnce();
  });

  test.each([
    ['after the page has loaded', 'complete'],
    ['before', 'interactive'],
  ] as const)('can be called off, %s', async (_, state) => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue(state);
    const work = vi.fn();
    const callOff = whenIdle(work);
    callOff();
    dispatchEvent(new Event('load'));
    const later = vi.fn();
    vi.restoreAllMocks();
    whenIdle(later);
    await vi.waitFor(() => expect(later).toHaveBeenCalledOnce());
    expect(work).not.toHaveBeenCalled();
  });
});

describe('sparing data', () => {
  test('is what the reader has asked the browser for', () => {
    expect(savesData()).toBe(false);
    saveData(true);
    expect(savesData()).toBe(true);
    saveData(false);
    expect(savesData()).toBe(false);
  });

  test('is not asked for where the browser cannot tell', () => {
    saveData(undefined);
    expect(savesData()).toBe(false);
  });
});
