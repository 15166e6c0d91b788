import type { Language } from '../../src/content/language.ts';
import type { PageContent } from '../../src/content/sources/in-hand.ts';
import type { Edition } from '../../src/publish/edition.ts';
import type { PageParts } from '../../src/publish/page-template.ts';
import { type DrawPage, type PageKind, Prerender } from '../../src/publish/prerender.ts';

/** What was to be drawn. */
export interface Drawn {
  base: string;
  path: string;
  language: Language;
  content: PageContent | undefined;
}

/** A page as the fake template writes it: what it was given, to be read back. */
export interface FakePage extends Omit<PageParts, 'data'> {
  kind: PageKind;
  templateLanguage: Language;
  data: { language: Language; path?: string; content?: PageContent };
}

/** Begins like a page, for what stands there is told by its beginning. */
const beginning = (source: string) => `<!doctype html>\n<html lang="fr" data-source="${source}">\n`;

export function readFakePage(text: string): FakePage {
  return JSON.parse(text.split('\n').slice(2).join('\n')) as FakePage;
}

export interface FakeDrawing {
  programHash?: string;
  /** What the page shows instead; may throw, as a component does. */
  onDraw?: (page: Drawn) => { hasRareBlocks: boolean } | undefined;
}

/** Draws pages that say what they were drawn from, and notes each. */
export function fakeDrawing({ programHash = 'p1', onDraw }: FakeDrawing = {}) {
  const drawn: Drawn[] = [];
  const draw: DrawPage = async ({ base, path, language, content }) => {
    const page = { base, path, language, content: content as PageContent | undefined };
    drawn.push(page);
    const hasRareBlocks = onDraw?.(page)?.hasRareBlocks ?? false;
    return { head: `<title>${path}</title>`, body: `<main>${path}</main>`, hasRareBlocks };
  };
  const prerender = (edition: Edition, base = '/') =>
    new Prerender({
      edition,
      base,
      draw,
      template: (kind, templateLanguage) => (parts) =>
        beginning(parts.source) + JSON.stringify({ kind, templateLanguage, ...parts }),
      names: {
        fr: { latest: 'Derniers articles', sections: 'Rubriques' },
        en: { latest: 'Latest', sections: 'Sections' },
      },
      programHash,
    });
  return { drawn, prerender };
}
