import { describe, expect, test } from 'vitest';
import { argumentsOf, readCatalogue } from '../../../src/publish/message-catalogue.ts';
import { pseudoLanguages, pseudoMessage, type PseudoName } from '../../support/pseudo-languages.ts';

const english = Object.values(readCatalogue(process.cwd()).en);
const names: PseudoName[] = ['accented', 'mirrored'];

describe.each(names)('the %s language', (name) => {
  const language = pseudoLanguages[name];

  test('takes the same arguments as English', () => {
    for (const message of english) {
      expect(argumentsOf(pseudoMessage(message, language))).toEqual(argumentsOf(message));
    }
  });

  test('leaves no word as it is', () => {
    const message = '{n, plural, one {# word by {who}} other {# words}}';
    const said = language.say('word by words');
    expect(said).not.toMatch(/[a-z]/i);
    const [word, by, words] = said.split(' ');
    expect(pseudoMessage(message, language)).toBe(
      `{n,plural,one{# ${word} ${by} {who}} other{# ${words}}}`,
    );
  });
});

test('the accented one is two fifths longer, the other as long', () => {
  const letters = (texts: readonly string[]) => texts.join('').length;
  const longer = (name: PseudoName) =>
    letters(english.map((text) => pseudoLanguages[name].say(text))) / letters(english);
  expect(longer('accented')).toBeGreaterThan(1.4);
  expect(longer('mirrored')).toBe(1);
});
