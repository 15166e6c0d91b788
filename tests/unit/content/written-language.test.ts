import { describe, expect, test } from 'vitest';
import { eachBlock, inlineRuns } from '../../../src/content/blocks.ts';
import { languages } from '../../../src/content/language.ts';
import { plainText } from '../../../src/content/plain-text.ts';
import { writtenLanguage } from '../../../src/content/written-language.ts';
import { demoArticle, demoIds } from '../../support/demo-edition.ts';

test.each([
  ['Merci pour cet article !', 'fr'],
  ['Et la Lune ?', 'fr'],
  ['J’ai relu deux fois le passage sur les marées.', 'fr'],
  ["C'est faux.", 'fr'],
  ['MERCI BEAUCOUP', 'fr'],
  ['Bonjour,\n\nune question : pourquoi ?', 'fr'],
  ['Le titre anglais, “The sea rises”, est plus clair que le vôtre.', 'fr'],
  ['Bravo !', 'fr'],
  ["D'accord", 'fr'],
  ['D’accord', 'fr'],
  ['Quel article ! « Bravo » : 20 % de plus ?', 'fr'],
  ['Tout à fait d’accord', 'fr'],
  ["I'd like that", 'en'],
  ['Rock ’n’ roll is the best', 'en'],
  ['At 10:30, or later?', 'en'],
  ['Thanks for this article!', 'en'],
  ['And the Moon?', 'en'],
  ["Isn't that wrong?", 'en'],
  ['I read the part about tides twice.', 'en'],
  ['He wrote « la mer monte » and it was not the same.', 'en'],
  ['Great article !', undefined],
  ['Really ?', undefined],
  ['“D’accord”, said Macron', undefined],
  ['C’mon!', undefined],
  ['D’oh!', undefined],
  ["D'Angelo scored twice", undefined],
  ['D’Souza wins again', undefined],
  ["L'Oréal shares fell", undefined],
  ["Straight D's", undefined],
  ['Nice article : well done', 'en'],
  ['Ratio 3 : 1', undefined],
  ['Article\n! ', undefined],
  ["Rock n'roll", undefined],
  ["S'mores!", undefined],
  ["T'Challa", undefined],
  ['See «Le Monde»', undefined],
  ["L'hiver, d'habitude", 'fr'],
  ['', undefined],
  ['👍', undefined],
  ['Bravo', undefined],
  ['42', undefined],
  ['Das ist gut.', undefined],
  ['La mer, the sea.', undefined],
])('%s', (text, language) => {
  expect(writtenLanguage(text)).toBe(language);
});

describe.each(languages)('what the demo edition says in %s', (language) => {
  const paragraphs = demoIds
    .flatMap((id) => [...eachBlock(demoArticle(id).versions[language]?.body ?? [])])
    .filter(({ type }) => type === 'paragraph')
    .flatMap((block) => inlineRuns(block))
    .map((inlines) => plainText(inlines));

  test('is never taken for another language, and known in nearly all of its paragraphs', () => {
    const told = paragraphs.map(writtenLanguage);
    expect(told.filter((each) => each !== undefined && each !== language)).toEqual([]);
    expect(told.filter((each) => each === language).length / told.length).toBeGreaterThan(0.98);
  });
});
