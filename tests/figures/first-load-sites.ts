/** The sites that first-load.ts compares, each on a host of its own. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { otherLanguage } from '../../src/content/language.ts';
import type { Article, Version } from '../../src/content/model.ts';
import { parseArticle } from '../../src/content/parse.ts';
import { plainText } from '../../src/content/plain-text.ts';
import { startCompressingHost, type CompressingHost } from '../support/compressing-host.ts';
import { demoFolder } from '../support/sites.ts';
import type { ColdVisit } from './cold-load.ts';
import { minimalWorker } from './kept-site.ts';
import type { Readiness, Wording } from './notes.ts';
import { network } from './phone.ts';
import { startSlowLink } from './slow-link.ts';
import { staticPage, type Dressing } from './static-page.ts';

const dist = join(import.meta.dirname, '../../dist');
const language = 'fr';
const bare = '/bare.html';
const full = '/full.html';
const worker = '/worker.js';
const fontsAndPictures = ['*.woff2', '*/content/images/*'];

export interface Sites {
  cold: Record<'bareFloor' | 'bareOurs' | 'fullFloor' | 'fullOurs', ColdVisit>;
  kept: {
    floor: { host: CompressingHost; path: string; wording: Wording; worker: string };
    ours: { host: CompressingHost; path: string; wording: Wording };
  };
  language: { host: CompressingHost; visit: ColdVisit; to: string; headline: string };
  close(): Promise<void>;
}

/** @param id of an article of the demo edition that exists in both languages */
export async function startSites(id: string): Promise<Sites> {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('No build in dist: npm run build');
  const article = await readArticle(id);
  const version = versionIn(article, language);
  const to = otherLanguage(language);
  const wording = wordingOf(version);

  const ours = await startCompressingHost({ dir: dist });
  const path = `/${language}/article/${version.slug}`;
  const html = await (await fetch(ours.origin + path)).text();
  const floor = await startCompressingHost({
    dir: dist,
    texts: {
      [bare]: staticPage(article, language),
      [full]: staticPage(article, language, await dressingOf(html)),
      [worker]: minimalWorker(bare),
    },
  });
  const line = await startSlowLink(network);

  const visitFloor = (file: string): ColdVisit => ({
    url: floor.origin + file,
    proxy: line.proxy,
    wording,
    readiness: 'parsedAt',
  });
  const visitOurs: ColdVisit = {
    url: ours.origin + path,
    proxy: line.proxy,
    wording,
    readiness: readinessOf(html),
  };
  return {
    cold: {
      bareFloor: visitFloor(bare),
      bareOurs: { ...visitOurs, blocked: fontsAndPictures },
      fullFloor: visitFloor(full),
      fullOurs: visitOurs,
    },
    kept: {
      floor: { host: floor, path: bare, wording, worker },
      ours: { host: ours, path, wording },
    },
    language: {
      host: ours,
      visit: visitOurs,
      to,
      headline: wordingOf(versionIn(article, to)).headline,
    },
    async close() {
      await Promise.all([line, ours, floor].map((each) => each.close()));
    },
  };
}

async function readArticle(id: string): Promise<Article> {
  const file = `articles/${id}.json`;
  return parseArticle(file, JSON.parse(await readFile(join(demoFolder, file), 'utf8')));
}

function versionIn(article: Article, wanted: 'fr' | 'en'): Version {
  const version = article.versions[wanted];
  if (!version) throw new Error(`${article.id} has no version in ${wanted}`);
  return version;
}

function wordingOf({ headline, standfirst, body }: Version): Wording {
  const paragraph = body.find((block) => block.type === 'paragraph');
  const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '').slice(0, 40);
  return {
    headline: lettersOf(headline),
    standfirst: lettersOf(standfirst),
    opening: lettersOf(plainText(paragraph?.text ?? [])),
  };
}

/** A page that comes with its text says itself when it is ready; its buttons say nothing. */
function readinessOf(html: string): Readiness {
  return /<h1\b/.test(html) ? 'markAt' : 'buttonAt';
}

/** The fonts as our build has them and as our page asks for them. */
async function dressingOf(html: string): Promise<Dressing> {
  const assets = await readdir(join(dist, 'assets'));
  const font = (name: RegExp) => {
    const file = assets.find((asset) => name.test(asset));
    if (!file) throw new Error(`The build has no font like ${name.source}`);
    return `/assets/${file}`;
  };
  const preloads = html.match(/<link\b[^>]*\bas="?font\b[^>]*>/g) ?? [];
  return {
    preloads: preloads.join(''),
    fonts: {
      serif: font(/^literata-(?!italic).*\.woff2$/),
      serifItalic: font(/^literata-italic.*\.woff2$/),
      sans: font(/^source-sans.*\.woff2$/),
    },
    content: '/content/',
  };
}
