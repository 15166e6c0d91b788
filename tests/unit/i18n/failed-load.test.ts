import { expect, test, vi } from 'vitest';
import { language, startI18n, switchLanguage, t } from '../../../src/i18n/messages.ts';

let isOnline = true;

vi.mock('virtual:messages/en/start', async (original) => {
  const file = await original<{ default: Record<string, string> }>();
  return {
    get default() {
      if (!isOnline) throw new Error('no network');
      return file.default;
    },
  };
});

test('a language that failed to load leaves the old one, and can be tried again', async () => {
  await startI18n('fr');
  isOnline = false;
  await expect(switchLanguage('en')).rejects.toThrow();
  expect(language()).toBe('fr');
  expect(t('saved.title')).toBe('Gardés');
  isOnline = true;
  await switchLanguage('en');
  expect(t('saved.title')).toBe('Saved');
});
