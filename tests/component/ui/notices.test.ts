import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import NoticeBar from '../../../src/ui/NoticeBar.svelte';
import { Notices } from '../../../src/ui/notices.svelte.ts';

const saying = (text: string) => ({ message: () => text });
const offering = (text: string, run = () => {}) => ({
  ...saying(text),
  action: { label: () => 'Undo', run },
});

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

  test('that offers something stays long enough to be heard and reached', () => {
    const notices = new Notices();
    notices.show(offering('Removed.'));
    vi.advanceTimersByTime(19_900);
    expect(notices.current).toBeDefined();
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
    notices.show(offering('Removed.', run));
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(run).toHaveBeenCalledOnce();
    await expect.element(status).not.toHaveTextContent('Removed.');
  });

  test('keeps what an action says in turn', async () => {
    const notices = new Notices();
    await render(NoticeBar, { props: { notices } });
    const run = () => notices.show(saying('Saved again.'));
    notices.show(offering('Removed.', run));
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(status).toHaveTextContent('Saved again.');
  });

  test('holds while it is pointed at or has the focus', async () => {
    const notices = new Notices();
    const hold = vi.spyOn(notices, 'hold');
    await render(NoticeBar, { props: { notices } });
    notices.show(offering('Removed.'));
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

describe('with the keyboard', () => {
  const undo = page.getByRole('button', { name: 'Undo' });
  const here = page.getByRole('button', { name: 'Here' });
  const next = page.getByRole('button', { name: 'Next' });

  /** A page of many stops, the focus on the second, and a notice that offers something. */
  async function showNotice(run = () => {}) {
    const main = document.createElement('main');
    main.tabIndex = -1;
    for (const name of ['Before', 'Here', 'Next', ...'abcdefgh']) {
      const stop = document.createElement('button');
      stop.textContent = name;
      main.append(stop);
    }
    document.body.prepend(main);
    onTestFinished(() => main.remove());
    const notices = new Notices();
    await render(NoticeBar, { props: { notices } });
    (here.element() as HTMLElement).focus();
    notices.show(offering('Removed.', run));
    await expect.element(undo).toBeVisible();
    return { main, notices };
  }

  test('does not take the focus; is the next stop, and Tab goes on from where one was', async () => {
    await showNotice();
    await expect.element(here).toHaveFocus();
    await userEvent.tab();
    await expect.element(undo).toHaveFocus();
    await userEvent.tab();
    await expect.element(next).toHaveFocus();
    // Who went past it is not led there again.
    await userEvent.tab({ shift: true });
    await userEvent.tab();
    await expect.element(next).toHaveFocus();
  });

  test('Shift+Tab goes back to where one was', async () => {
    await showNotice();
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    await expect.element(here).toHaveFocus();
    await userEvent.tab();
    await expect.element(undo).toHaveFocus();
  });

  test('Escape sends it away and goes back to where one was', async () => {
    const { notices } = await showNotice();
    await userEvent.tab();
    await userEvent.keyboard('{Escape}');
    await expect.element(here).toHaveFocus();
    expect(notices.current).toBeUndefined();
  });

  test('acting goes back to where one was', async () => {
    const run = vi.fn();
    await showNotice(run);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(run).toHaveBeenCalledOnce();
    await expect.element(here).toHaveFocus();
  });

  test('acting ends in the page where what had the focus is gone', async () => {
    const { main } = await showNotice();
    await userEvent.tab();
    here.element().remove();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.elementLocator(main)).toHaveFocus();
  });

  test('a notice that offers nothing is no stop', async () => {
    const { notices } = await showNotice();
    notices.show(saying('Saved.'));
    await expect.element(undo).not.toBeInTheDocument();
    await userEvent.tab();
    await expect.element(next).toHaveFocus();
  });

  test('in a dialog, Tab stays in the dialog', async () => {
    const { main } = await showNotice();
    const dialog = document.createElement('dialog');
    dialog.append(
      ...['One', 'Two'].map((name) =>
        Object.assign(document.createElement('button'), { textContent: name }),
      ),
    );
    main.append(dialog);
    dialog.showModal();
    await expect.element(page.getByRole('button', { name: 'One' })).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Two' })).toHaveFocus();
  });
});
