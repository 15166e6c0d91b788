/**
 * Two languages that nobody speaks, made from the English words: one accented and longer by two fifths
 * (some letters are there twice); one written from right to left. A program with one of them is this
 * one with a line more in language.ts and a locale file, built over an edition with labels in it.
 */
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';

export type PseudoName = 'accented' | 'mirrored';

interface PseudoLanguage {
  /** Of the mirrored one that of a language whose plurals are as in English. */
  tag: string;
  facts: { name: string; region: string; direction: 'ltr' | 'rtl' };
  /** An English text in it; as long at the least, and no ASCII letter is left. */
  say: (text: string) => string;
}

const repository = join(import.meta.dirname, '../..');

const ascii = 'abcdefghijklmnopqrstuvwxyz';
const accents = [...'áƀçðéƒĝĥîĵķļɱñóþɋŕšţúṽŵẋýž'];
const accentCapitals = [...'ÁɃÇÐÉƑĜĤÎĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ'];
const arabic = [...'ابتثجحخدذرزسشصضطظعغفقكلمنه'];

export const pseudoLanguages: Record<PseudoName, PseudoLanguage> = {
  accented: {
    tag: 'xa',
    facts: { name: 'Áççééñţééð', region: 'en-GB', direction: 'ltr' },
    say: (text) =>
      text
        .replace(/[aeiours]/gi, '$&$&')
        .replace(/[a-z]/g, (letter) => accents[ascii.indexOf(letter)] ?? letter)
        .replace(
          /[A-Z]/g,
          (letter) => accentCapitals[ascii.indexOf(letter.toLowerCase())] ?? letter,
        ),
  },
  mirrored: {
    tag: 'ur',
    facts: { name: 'اردو', region: 'ur-PK', direction: 'rtl' },
    say: (text) =>
      text.replace(/[a-z]/gi, (letter) => arabic[ascii.indexOf(letter.toLowerCase())] ?? letter),
  },
};

/** The English message in the language, its arguments and branches left. */
export function pseudoMessage(message: string, { say }: PseudoLanguage): string {
  const visit = (elements: MessageFormatElement[]): MessageFormatElement[] =>
    elements.map((element) => {
      if (element.type === TYPE.literal) return { ...element, value: say(element.value) };
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
      const options = Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: visit(option.value) },
      ]);
      return { ...element, options: Object.fromEntries(options) as never };
    });
  return printAST(visit(parse(message)));
}

/** A copy of the program that has the language too, as a new one is added. */
export async function copyProgramWith(name: PseudoName, folder: string): Promise<void> {
  const language = pseudoLanguages[name];
  await mkdir(folder, { recursive: true });
  const parts = [
    'src',
    'index.html',
    'package.json',
    'vite.config.ts',
    'svelte.config.js',
    'tsconfig.json',
  ];
  for (const part of parts)
    await cp(join(repository, part), join(folder, part), { recursive: true });
  await cp(join(repository, 'public/icons'), join(folder, 'public/icons'), { recursive: true });
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));

  const languageFile = join(folder, 'src/content/language.ts');
  const source = await readFile(languageFile, 'utf8');
  const line = `  ${language.tag}: ${JSON.stringify(language.facts)},\n`;
  await writeFile(languageFile, source.replace(/(?<=\n {2}en: .*\n)/, line));
  const english = await readJson(join(folder, 'src/i18n/locales/en.json'));
  const messages = Object.entries(english).map(([key, message]) => [
    key,
    pseudoMessage(message as string, language),
  ]);
  await writeFile(
    join(folder, `src/i18n/locales/${language.tag}.json`),
    JSON.stringify(Object.fromEntries(messages), null, 2),
  );
}

/** Labels in the language for all that site.json names, and a version of each article that has both. */
export async function addLanguageToEdition(folder: string, name: PseudoName): Promise<void> {
  const { tag, say } = pseudoLanguages[name];
  const siteFile = join(folder, 'site.json');
  await writeFile(siteFile, JSON.stringify(withLabels(await readJson(siteFile), tag, say)));
  for (const file of await readdir(join(folder, 'articles'))) {
    const path = join(folder, 'articles', file);
    const article = await readJson(path);
    const versions = article['versions'] as Record<string, unknown>;
    if (!versions['fr'] || !versions['en']) continue;
    versions[tag] = saidAnew(versions['en'], say);
    await writeFile(path, JSON.stringify(article));
  }
}

/** Each label gets one more; a slug, which is no text, that of English. */
function withLabels(value: unknown, tag: string, say: (text: string) => string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withLabels(each, tag, say));
  if (typeof value !== 'object' || value === null) return value;
  const { en } = value as { en?: unknown };
  if (typeof en === 'string') return { ...value, [tag]: key === 'slug' ? en : say(en) };
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withLabels(each, tag, say, name)]),
  );
}

/** What in an article’s version is no text. */
const noText = /^(?:id|type|slug|href|url|lang|footnote|authors|code|align|image|language)$/;

function saidAnew(value: unknown, say: (text: string) => string): unknown {
  if (typeof value === 'string') return say(value);
  if (Array.isArray(value)) return value.map((each) => saidAnew(each, say));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      noText.test(key) ? each : saidAnew(each, say),
    ]),
  );
}

async function readJson(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
}
