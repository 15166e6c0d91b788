import { beforeEach, expect, test } from 'vitest';
import {
  language,
  prefetchMessages,
  startI18n,
  switchLanguage,
  t,
} from '../../../src/i18n/messages.ts';

beforeEach(() => startI18n('fr'));

test('says a message in the language it was started with', () => {
  expect(language()).toBe('fr');
  expect(t('saved.title')).toBe('Gardés');
  expect(t('comments.replyTo', { name: 'Ada' })).toBe('Répondre à Ada');
});

test('changes language at once, plurals and numbers included', async () => {
  expect(t('lists.count', { count: 0 })).toBe('0 article');
  await switchLanguage('en');
  expect(language()).toBe('en');
  expect(t('saved.title')).toBe('Saved');
  // The same ICU text in both files: svelte-i18n's own cache would answer in French here.
  expect(t('lists.count', { count: 0 })).toBe('0 articles');
  expect(t('lists.count', { count: 12345 })).toBe('12,345 articles');
  await switchLanguage('fr');
  expect(t('lists.count', { count: 12345 })).toBe('12\u202f345 articles');
});

test('of two switches in a row the later one wins', async () => {
  prefetchMessages('en');
  await Promise.all([switchLanguage('en'), switchLanguage('fr')]);
  expect(language()).toBe('fr');
});
