import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Button from '../../../src/ui/Button.svelte';
import Dialog from '../../../src/ui/Dialog.svelte';
import LanguageSwitch from '../../../src/ui/LanguageSwitch.svelte';
import Picture from '../../../src/ui/Picture.svelte';
import Skeleton from '../../../src/ui/Skeleton.svelte';
import StatePanel from '../../../src/ui/StatePanel.svelte';
import { hitArea } from '../../support/hit-area.ts';

const children = createRawSnippet(() => ({ render: () => '<p>What is inside</p>' }));

describe('a dialog', () => {
  const dialog = page.getByRole('dialog', { name: 'Reading settings' });

  async function openDialog() {
    const onclose = vi.fn();
    const props = { title: 'Reading settings', closeLabel: 'Close', onclose, children };
    const result = await render(Dialog, { props });
    return { ...result, onclose };
  }

  test('opens over the page, with the focus in it and its name', async () => {
    await openDialog();
    await expect.element(dialog).toBeVisible();
    expect(dialog.element().matches(':modal')).toBe(true);
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    await expect.element(dialog.getByText('What is inside')).toBeVisible();
  });

  test('closes by its button', async () => {
    const { onclose } = await openDialog();
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(onclose).toHaveBeenCalled();
  });

  test('closes by Escape', async () => {
    const { onclose } = await openDialog();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
  });

  test('closes by a click beside it, not by one inside', async () => {
    const { onclose } = await openDialog();
    await dialog.getByText('What is inside').click();
    expect(onclose).not.toHaveBeenCalled();
    dialog.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(onclose).toHaveBeenCalledOnce();
  });
});

describe('the language switch', () => {
  const choices = [
    { language: 'fr', code: 'FR', name: 'Français', href: '#francais' },
    { language: 'en', code: 'EN', name: 'English', href: '#english' },
  ];
  const english = page.getByRole('link', { name: 'English' });
  const french = page.getByRole('link', { name: 'Français' });

  async function showSwitch() {
    const onchoose = vi.fn();
    await render(LanguageSwitch, { props: { choices, current: 'fr', label: 'Langue', onchoose } });
    return onchoose;
  }

  test('is large enough for a thumb', async () => {
    await showSwitch();
    // At the very edge of the page a part would be off the screen.
    english.element().closest<HTMLElement>('div')!.style.marginTop = '20px';
    for (const link of [english, french]) {
      const { width, height } = hitArea(link.element());
      expect(width).toBeGreaterThanOrEqual(44);
      expect(height).toBeGreaterThanOrEqual(44);
    }
  });

  test('has a real link for each language, named and marked in it', async () => {
    await showSwitch();
    await expect.element(page.getByRole('group', { name: 'Langue' })).toBeVisible();
    await expect.element(english).toHaveAttribute('href', '#english');
    await expect.element(english).toHaveAttribute('hreflang', 'en');
    await expect.element(english).toHaveAttribute('lang', 'en');
    await expect.element(french).toHaveAttribute('aria-current', 'true');
    await expect.element(english).not.toHaveAttribute('aria-current');
  });

  test('switches at a press without following the link', async () => {
    const onchoose = await showSwitch();
    await english.click();
    expect(onchoose).toHaveBeenCalledExactlyOnceWith('en');
    expect(location.hash).toBe('');
  });

  test('does nothing for the language that is shown', async () => {
    const onchoose = await showSwitch();
    await french.click();
    expect(onchoose).not.toHaveBeenCalled();
    expect(location.hash).toBe('');
  });

  test.each(['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])('leaves a click with %s', async (key) => {
    const onchoose = await showSwitch();
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true });
    let isLeft = false;
    const watch = (seen: Event) => {
      isLeft = !seen.defaultPrevented;
      seen.preventDefault();
    };
    addEventListener('click', watch, { once: true });
    english.element().dispatchEvent(event);
    expect(isLeft).toBe(true);
    expect(onchoose).not.toHaveBeenCalled();
  });
});

describe('a picture', () => {
  const sources = [
    { url: '/a-320.webp', width: 320 },
    { url: '/a-1600.webp', width: 1600 },
  ];
  const props = { sources, width: 1600, height: 900, alt: 'A lighthouse', sizes: '100vw' };
  const image = page.getByRole('img', { name: 'A lighthouse' });

  test('offers its sizes, keeps its place and waits until it is near', async () => {
    await render(Picture, { props });
    await expect.element(image).toHaveAttribute('srcset', '/a-320.webp 320w, /a-1600.webp 1600w');
    await expect.element(image).toHaveAttribute('src', '/a-1600.webp');
    await expect.element(image).toHaveAttribute('loading', 'lazy');
    await expect.element(image).toHaveAttribute('width', '1600');
    await expect.element(image).toHaveAttribute('height', '900');
  });

  test('that leads is fetched at once; one with a single size has no choice to offer', async () => {
    await render(Picture, { props: { ...props, sources: sources.slice(1), isLead: true } });
    await expect.element(image).toHaveAttribute('loading', 'eager');
    await expect.element(image).toHaveAttribute('fetchpriority', 'high');
    await expect.element(image).not.toHaveAttribute('srcset');
  });

  test('names its sizes before it names its files, so that only one is fetched', async () => {
    await render(Picture, { props });
    const names = image.element().getAttributeNames();
    expect(names.indexOf('sizes')).toBeLessThan(names.indexOf('srcset'));
    expect(names.indexOf('srcset')).toBeLessThan(names.indexOf('src'));
  });
});

test('a panel that tells of a fault is an alert, another is not', async () => {
  const { rerender } = await render(StatePanel, { props: { title: 'Damaged', isAlert: true } });
  await expect.element(page.getByRole('alert')).toHaveTextContent('Damaged');
  await rerender({ title: 'Nothing saved', isAlert: false, level: 1 });
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Nothing saved');
});

test('a skeleton says what is awaited', async () => {
  await render(Skeleton, { props: { label: 'Loading…', lines: 3 } });
  await expect.element(page.getByRole('status')).toHaveTextContent('Loading…');
});

test('a button is no submit button unless it is meant to be, and can be off', async () => {
  const onclick = vi.fn();
  const { rerender } = await render(Button, { props: { onclick, children } });
  const button = page.getByRole('button');
  await expect.element(button).toHaveAttribute('type', 'button');
  await button.click();
  expect(onclick).toHaveBeenCalledOnce();
  await rerender({ onclick, children, disabled: true });
  await expect.element(button).toBeDisabled();
});
