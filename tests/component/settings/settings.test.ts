import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { startI18n } from '../../../src/i18n/messages.ts';
import { choose, followChoices } from '../../../src/settings/choose.ts';
import SettingsPanel from '../../../src/settings/SettingsPanel.svelte';
import { Settings, themes } from '../../../src/settings/settings.svelte.ts';
import { openTab, show } from '../../support/stage.ts';

const key = 'liseuse.settings';
const defaults = {
  theme: 'system',
  textScale: 1,
  isBoth: false,
  articles: 'all',
  hasShortcuts: true,
};

beforeEach(() => startI18n('en'));
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.removeItem(key);
});

describe('what was chosen', () => {
  test('is there the next time', () => {
    const settings = new Settings();
    expect(settings.chosen).toEqual(defaults);
    choose(settings, { theme: 'sepia', isBoth: true });
    choose(settings, { textScale: 1.3, articles: 'own', hasShortcuts: false });
    expect(new Settings().chosen).toEqual({
      theme: 'sepia',
      textScale: 1.3,
      isBoth: true,
      articles: 'own',
      hasShortcuts: false,
    });
  });

  test.each([
    ['broken', '{"theme":"da'],
    ['not an object', '"dark"'],
    ['nothing', 'null'],
    ['of another version', '{"theme":"neon","textScale":7,"articles":"mine","isBoth":1}'],
    ['of other types', '{"theme":["dark"],"textScale":"1.3"}'],
  ])('counts for nothing when what is stored is %s', (_, stored) => {
    localStorage.setItem(key, stored);
    expect(new Settings().chosen).toEqual(defaults);
  });

  test('counts in part when only part of what is stored is known', () => {
    localStorage.setItem(key, '{"theme":"dark","textScale":99}');
    expect(new Settings().chosen).toEqual({ ...defaults, theme: 'dark', textScale: 1 });
  });

  test('holds for this page where the browser keeps nothing', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const settings = new Settings();
    choose(settings, { theme: 'black' });
    choose(settings, { textScale: 1.3 });
    expect(settings.chosen).toEqual({ ...defaults, theme: 'black', textScale: 1.3 });
  });

  test('holds for this page, beside the others, on a full disk', () => {
    localStorage.setItem(key, '{"theme":"dark","textScale":1}');
    const settings = new Settings();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    choose(settings, { theme: 'sepia' });
    choose(settings, { textScale: 1.3 });
    onTestFinished(followChoices(settings));
    expect(settings.chosen).toEqual({ ...defaults, theme: 'sepia', textScale: 1.3 });
  });

  test('in another tab is not lost, even where it was not heard of', () => {
    const settings = new Settings();
    localStorage.setItem(key, '{"theme":"dark","textScale":1.3}');
    choose(settings, { theme: 'sepia' });
    expect(settings.chosen).toEqual({ ...defaults, theme: 'sepia', textScale: 1.3 });
    expect(new Settings().chosen).toEqual({ ...defaults, theme: 'sepia', textScale: 1.3 });
  });

  test('in another tab, before one listens, is known from then on', () => {
    const settings = new Settings();
    localStorage.setItem(key, '{"theme":"dark"}');
    onTestFinished(followChoices(settings));
    expect(settings.chosen.theme).toBe('dark');
  });

  test('in another tab is followed, until one stops listening', () => {
    const settings = new Settings();
    const stop = followChoices(settings);
    onTestFinished(stop);
    const otherTabChooses = (theme: string) => {
      localStorage.setItem(key, JSON.stringify({ theme }));
      dispatchEvent(new StorageEvent('storage', { key }));
    };
    otherTabChooses('dark');
    expect(settings.chosen.theme).toBe('dark');
    stop();
    otherTabChooses('sepia');
    expect(settings.chosen.theme).toBe('dark');
  });

  test('in another tab really arrives from there', async () => {
    const settings = new Settings();
    onTestFinished(followChoices(settings));
    const other = document.createElement('iframe');
    other.src = 'about:blank';
    document.body.append(other);
    onTestFinished(() => other.remove());
    other.contentWindow!.localStorage.setItem(key, '{"theme":"contrast"}');
    await expect.poll(() => settings.chosen.theme).toBe('contrast');
  });
});

test('the panel shows what is chosen, and chooses', async () => {
  localStorage.setItem(key, '{"theme":"dark","textScale":1.15}');
  const tab = openTab();
  await show(SettingsPanel, {}, tab);
  const theme = page.getByRole('group', { name: 'Theme' });
  const size = page.getByRole('group', { name: 'Text size' });
  await expect.element(theme.getByRole('radio', { name: 'Dark' })).toBeChecked();
  expect(theme.getByRole('radio').elements()).toHaveLength(6);
  await expect.element(size.getByRole('radio', { name: '115%' })).toBeChecked();

  await theme.getByText('Sepia').click();
  await size.getByText('130%').click();
  expect(tab.settings.chosen).toEqual({ ...defaults, theme: 'sepia', textScale: 1.3 });
  await expect.element(theme.getByRole('radio', { name: 'Dark' })).not.toBeChecked();
});

test.each(themes)('every sample shows its own theme on a page in the theme “%s”', async (theme) => {
  const root = document.documentElement;
  onTestFinished(() => root.removeAttribute('data-theme'));
  const colours = () =>
    page
      .getByText('Aa')
      .elements()
      .map((sample) => {
        const { backgroundColor, color } = getComputedStyle(sample);
        return `${sample.getAttribute('data-theme')} ${backgroundColor} ${color}`;
      });
  await show(SettingsPanel, {});
  await expect.poll(() => colours().length).toBe(themes.length);
  const onItsOwn = colours();
  root.dataset['theme'] = theme;
  expect(colours()).toEqual(onItsOwn);
  // The browser of the tests is set to light, so that “automatic” is too.
  expect(new Set(onItsOwn.map((colour) => colour.replace(/^\w+/, ''))).size).toBe(
    themes.length - 1,
  );
});
