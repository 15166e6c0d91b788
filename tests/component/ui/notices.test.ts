import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import NoticeBar from '../../../src/ui/NoticeBar.svelte';
import { Notices } from '../../../src/ui/notices.svelte.ts';

const saying = (text: string) => ({ message: () => text });

describe('a notice', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('leaves after a while', () => {
    const notices = new Notices();
    notices.show(saying('Saved.'));
    vi.advanceTimersByTime(7_900);
    expect(notices.current?.message()).toBe('Saved.');
    vi.advanceTimersByTime(200);
    expect(notices.current).toBeUndefined();
  });

  test('stays while it is held, and as long as ever once it is let go', () => {
    const notices = new Notices();
    notices.show(saying('Removed.'));
    notices.hold();
    vi.advanceTimersByTime(60_000);
    expect(notices.current).toBeDefined();
    notices.release();
    vi.advanceTimersByTime(7_900);
    expect(notices.current).toBeDefined();
    vi.advanceTimersByTime(200);
    expect(notices.current).toBeUndefined();
  });

  test('gives way to a newer one, which has all its time', () => {
    const notices = new Notices();
    notices.show(saying('One.'));
    vi.advanceTimersByTime(7_000);
    notices.show(saying('Two.'));
    vi.advanceTimersByTime(7_000);
    expect(notices.current?.message()).toBe('Two.');
  });

  test('that was dismissed does not take the next one with it', () => {
    const notices = new Notices();
    notices.show(saying('One.'));
    notices.dismiss();
    expect(notices.current).toBeUndefined();
    vi.advanceTimersByTime(5_000);
    notices.show(saying('Two.'));
    vi.advanceTimersByTime(5_000);
    expect(notices.current?.message()).toBe('Two.');
  });
});

describe('the bar', () => {
  const status = page.getByRole('status');

  test('is there before there is anything to say, and says it', async () => {
    const notices = new Notices();
    await render(NoticeBar, { props: { notices } });
    expect(status.element().textContent.trim()).toBe('');
    notices.show(saying('Saved.'));
    await expect.element(status).toHaveTextContent('Saved.');
  });

  test('does what is offered, once', async () => {
    const notices = new Notices();
    const run = vi.fn();
    await render(NoticeBar, { props: { notices } });
    notices.show({ ...saying('Removed.'), action: { label: () => 'Undo', run } });
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(run).toHaveBeenCalledOnce();
    await expect.element(status).not.toHaveTextContent('Removed.');
  });

  test('keeps what an action says in turn', async () => {
    const notices = new Notices();
    await render(NoticeBar, { props: { notices } });
    const run = () => notices.show(saying('Saved again.'));
    notices.show({ ...saying('Removed.'), action: { label: () => 'Undo', run } });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(status).toHaveTextContent('Saved again.');
  });

  test('holds while it is pointed at or has the focus', async () => {
    const notices = new Notices();
    const hold = vi.spyOn(notices, 'hold');
    await render(NoticeBar, { props: { notices } });
    notices.show({ ...saying('Removed.'), action: { label: () => 'Undo', run: () => {} } });
    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.hover();
    expect(hold).toHaveBeenCalledTimes(1);
    const release = vi.spyOn(notices, 'release');
    await page.elementLocator(document.body).hover({ position: { x: 1, y: 1 } });
    expect(release).toHaveBeenCalledTimes(1);
    (undo.element() as HTMLElement).focus();
    expect(hold).toHaveBeenCalledTimes(2);
    (undo.element() as HTMLElement).blur();
    expect(release).toHaveBeenCalledTimes(2);
  });
});
