import { languages } from '../content/language.ts';
import type { Summary } from '../content/model.ts';
import type { OwnComment } from '../storage/comments.ts';

/** What a comment remembers of its article, for the day the article is gone. */
export function aboutOf({ versions }: Summary): OwnComment['about'] {
  const about: OwnComment['about'] = {};
  for (const language of languages) {
    const version = versions[language];
    if (version) about[language] = { slug: version.slug, headline: version.headline };
  }
  return about;
}

/** The id of a comment’s element, and so what its address ends in. */
export const commentAnchor = (commentId: string) => `comment-${commentId}`;
