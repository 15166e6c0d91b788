/** Before the journeys: builds the sites they are made on, as a publisher would. */
import { cp, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { addLanguageToEdition, copyProgramWith, type PseudoName } from './pseudo-languages.ts';
import {
  addedArticles,
  basePath,
  demoFolder,
  faults,
  nextDescription,
  revised,
  siteFolder,
  sitesFolder,
  type SiteName,
} from './sites.ts';

export default async function buildSites(): Promise<void> {
  await rm(sitesFolder, { recursive: true, force: true });
  await mkdir(sitesFolder, { recursive: true });
  const [nextEdition, largeEdition] = await Promise.all([makeNextEdition(), makeLargeEdition()]);
  // Two at a time: a build keeps one processor busy.
  await Promise.all([build('demo', demoFolder), build('next', nextEdition)]);
  // Built in the same moment both workers may have one size and one time, which is all that a plain host
  // tells versions by: it would answer that nothing is new.
  const later = new Date(Date.now() + 60_000);
  await utimes(join(siteFolder('next'), 'sw.js'), later, later);
  await Promise.all([build('news', demoFolder), build('large', largeEdition), makeFaultySite()]);
  await Promise.all([buildPseudo('accented'), buildPseudo('mirrored')]);
}

function build(name: SiteName, edition: string): Promise<void> {
  return buildSite({ edition, outDir: siteFolder(name), base: basePath(name) });
}

async function buildPseudo(name: PseudoName): Promise<void> {
  const edition = await copyOfDemo(name);
  const program = join(sitesFolder, `${name}-program`);
  await Promise.all([addLanguageToEdition(edition, name), copyProgramWith(name, program)]);
  await buildSite({ edition, program, outDir: siteFolder(name), base: basePath(name) });
}

async function makeNextEdition(): Promise<string> {
  const folder = await copyOfDemo('next');
  await rewriteJson(join(folder, 'site.json'), (site) => {
    site['description'] = nextDescription;
  });
  await rewriteJson(join(folder, 'articles', `${revised.id}.json`), (article) => {
    const versions = article['versions'] as Record<string, { headline: string }>;
    for (const version of Object.values(versions)) version.headline += revised.ending;
  });
  return folder;
}

async function makeLargeEdition(): Promise<string> {
  const folder = await copyOfDemo('large');
  const added = Array.from({ length: addedArticles }, (_, index) => addedArticle(index + 1));
  for (const article of added) {
    await writeFile(join(folder, 'articles', `${article.id}.json`), JSON.stringify(article));
  }
  return folder;
}

async function copyOfDemo(name: string): Promise<string> {
  const folder = join(sitesFolder, `${name}-edition`);
  await cp(demoFolder, folder, { recursive: true });
  return folder;
}

function addedArticle(number: number) {
  const version = (words: string) => ({
    slug: `${words.toLowerCase()}-${number}`,
    headline: `${words} ${number}`,
    standfirst: `${words} ${number}.`,
    authors: [],
    body: [{ id: 'b1', type: 'paragraph', text: [`${words} ${number}.`] }],
  });
  return {
    format: 'liseuse/article/1',
    id: `added-${number}`,
    section: 'science',
    tags: ['measurement'],
    datePublished: new Date(Date.UTC(2026, 0, number)).toISOString(),
    originalLanguage: 'fr',
    versions: { fr: version('Notule'), en: version('Jotting') },
  };
}

async function makeFaultySite(): Promise<void> {
  const folder = siteFolder('faulty');
  await cp(siteFolder('demo'), folder, { recursive: true });
  const content = join(folder, 'content');
  const article = (id: string) => join(content, 'articles', `${id}.json`);
  await cutOff(article(faults.cutOff));
  await cutOff(join(content, faults.list));
  await rm(article(faults.missing));
  await rewriteJson(article(faults.wrongShape), (document) => {
    document['versions'] = 'none';
  });
  await rewriteJson(article(faults.newerFormat), (document) => {
    document['format'] = 'liseuse/article/2';
  });
  await rewriteJson(article(faults.unknownBlock), (document) => {
    const versions = document['versions'] as Record<string, { body: object[] }>;
    for (const { body } of Object.values(versions)) {
      body.splice(1, 0, { id: 'hologram', type: 'hologram', depth: 3 });
    }
  });
}

async function cutOff(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.slice(0, text.length / 2));
}

async function rewriteJson(
  file: string,
  change: (document: Record<string, unknown>) => void,
): Promise<void> {
  const document = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  change(document);
  await writeFile(file, JSON.stringify(document));
}
