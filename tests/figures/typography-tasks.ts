/** What is timed of the setting of spaces, in Node and in a page alike. */
import { eachBlock, inlineRuns } from '../../src/content/blocks.ts';
import type { Language } from '../../src/content/language.ts';
import type { Article } from '../../src/content/model.ts';
import { setParagraph, setText } from '../../src/content/typography/set-text.ts';

/** The languages that have rules. */
export const ruled = ['fr', 'en'] as const satisfies readonly Language[];
export type Ruled = (typeof ruled)[number];

/** `whole` also finds the texts in the article and puts them back. */
export const tasks = ['spaces', 'whole'] as const;
export type Task = (typeof tasks)[number];

export interface Job {
  article: Article;
  language: Ruled;
  task: Task;
  times: number;
}

/** How long each time took, in ms, the first one first. */
export function timesOf({ article, language, task, times }: Job): number[] {
  const paragraphs = [...eachBlock(article.versions[language]?.body ?? [])].flatMap(inlineRuns);
  const run = {
    spaces: () => paragraphs.map((inlines) => setParagraph(inlines, language)),
    whole: () => setText<Article>(article),
  }[task];
  return Array.from({ length: times }, () => {
    const startMs = performance.now();
    run();
    return performance.now() - startMs;
  });
}
