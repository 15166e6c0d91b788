import { beforeEach, expect, test } from 'vitest';
import {
  language,
  prefetchMessages,
  startI18n,
  switchLanguage,
  t,
  withLaterMessages,
} from '../../../src/i18n/messages.ts';

beforeEach(() => startI18n('fr'));

test('says a message in the language it was started with', async () => {
  await withLaterMessages(Promise.resolve());
  expect(language()).toBe('fr');
  expect(t('saved.title')).toBe('Gardés');
  expect(t('comments.replyTo', { name: 'Ada' })).toBe('Répondre à Ada');
});

test('changes language at once, plurals and numbers included', async () => {
  await withLaterMessages(Promise.resolve());
  expect(t('savedList.count', { count: 0 })).toBe('0\u00a0article gardé');
  expect(t('article.readingTime', { minutes: 12345 })).toBe('12\u202f345\u00a0min');
  await switchLanguage('en');
  expect(language()).toBe('en');
  expect(t('saved.title')).toBe('Saved');
  expect(t('savedList.count', { count: 0 })).toBe('0\u00a0saved articles');
  // The same ICU text in both files: svelte-i18n's own cache would answer in French here.
  expect(t('article.readingTime', { minutes: 12345 })).toBe('12,345\u00a0min');
  await switchLanguage('fr');
  expect(t('article.readingTime', { minutes: 12345 })).toBe('12\u202f345\u00a0min');
});

test('of two switches in a row the later one wins', async () => {
  prefetchMessages('en');
  await Promise.all([switchLanguage('en'), switchLanguage('fr')]);
  expect(language()).toBe('fr');
});
