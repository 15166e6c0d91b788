import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../../src/publish/message-catalogue.ts';
import { withShellWords } from '../../../src/publish/shell-words.ts';

const catalogue = {
  fr: { 'shell.retry': 'Réessayer & lire' },
  en: { 'shell.retry': 'Try again' },
};
const part = `
  <!--each language-->
  <p lang="%LANGUAGE%" dir="%DIRECTION%">%shell.retry%</p>
  <!--/each language-->
`;

test('what is said in each language is there in each', () => {
  expect(withShellWords(part, catalogue)).toBe(`
  <p lang="fr" dir="ltr">Réessayer &#38; lire</p>
  <p lang="en" dir="ltr">Try again</p>
`);
});

test('what is known of languages is put in, and all else left', () => {
  expect(withShellWords('/^(%LANGUAGES%)$/ /^(?:%RTL%)$/ %BASE_URL% 5 %', catalogue)).toBe(
    '/^(fr|en)$/ /^(?:)$/ %BASE_URL% 5 %',
  );
});

test('a word that is not there is an error', () => {
  expect(() => withShellWords(part.replace('retry', 'other'), catalogue)).toThrow('shell.other');
});

test('index.html holds no words of its own', () => {
  const page = readFileSync('index.html', 'utf8')
    .replace(/<(script|style)>[^]*?<\/\1>|<!--[^]*?-->|<[^>]*>/g, '')
    .replace(/%[\w.]+%/g, '');
  expect(page.trim()).toBe('');
});

test('the page says all it has to in each language', () => {
  const page = withShellWords(readFileSync('index.html', 'utf8'), readCatalogue(process.cwd()));
  expect(page).not.toMatch(/%(?:shell|LANGUAGE|DIRECTION|RTL)/);
  expect(page).toContain('<a href="%BASE_URL%fr/">La une, en français</a>');
  expect(page).toContain(
    '<p lang="en" dir="ltr">The site could not be loaded. <a href="">Try again</a>',
  );
});
