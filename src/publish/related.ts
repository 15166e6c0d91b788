/**
 * “You may also like”, for articles whose authors named nothing: by section, by tags and by the
 * words two articles share. Rare things say more than common ones, so every tag and word counts
 * for the inverse of how many articles have it (idf, Spärck Jones 1972).
 */
import { languages } from '../content/language.ts';
import type { Article } from '../content/model.ts';
import { plainTextOfBlocks, wordsOf } from '../content/plain-text.ts';

/** What sharing the section, a tag or a word is worth, before rarity weighs in. */
const weights = { section: 1.5, tag: 2, word: 0.35 };

/** A word found in more articles than this tells nothing, and comparing them would be quadratic. */
const commonest = 40;

/** Words kept for each article: its most frequent long ones. */
const wordsKept = 40;

/** @returns for each article id, the ids of at most `count` others, best first, never itself; of equals the newest */
export function relatedArticles(
  articles: readonly Article[],
  count: number,
): Map<string, string[]> {
  const oldestFirst = articles.toSorted(
    (a, b) => Date.parse(a.datePublished) - Date.parse(b.datePublished) || (a.id < b.id ? -1 : 1),
  );
  const ages = new Map(oldestFirst.map(({ id }, age) => [id, age]));
  const newerFirst = (a: string, b: string) => (ages.get(b) ?? 0) - (ages.get(a) ?? 0);
  const newest = oldestFirst.slice(-count - 1).reverse();
  const features = new Map(oldestFirst.map((article) => [article.id, featuresOf(article)]));
  const holders = new Map<string, string[]>();
  for (const [id, ofArticle] of features) {
    for (const feature of ofArticle.keys()) {
      const list = holders.get(feature);
      if (list) list.push(id);
      else holders.set(feature, [id]);
    }
  }
  return new Map(
    articles.map((article) => {
      const scores = scoresFor(article.id, features, holders, articles.length);
      const ranked = [...scores]
        .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || newerFirst(a, b))
        .map(([id]) => id);
      const chosen = [...(article.related ?? []), ...ranked, ...newest.map(({ id }) => id)];
      const others = new Set(chosen.filter((id) => id !== article.id));
      return [article.id, [...others].slice(0, count)];
    }),
  );
}

function scoresFor(
  id: string,
  features: Map<string, Map<string, number>>,
  holders: Map<string, string[]>,
  total: number,
): Map<string, number> {
  const scores = new Map<string, number>();
  for (const [feature, weight] of features.get(id) ?? []) {
    const sharing = holders.get(feature) ?? [];
    if (sharing.length < 2) continue;
    // The newest holders stand for all of a large section or tag.
    for (const other of sharing.slice(-commonest)) {
      if (other === id) continue;
      const rarity = Math.log(1 + total / sharing.length);
      scores.set(other, (scores.get(other) ?? 0) + weight * rarity);
    }
  }
  return scores;
}

function featuresOf(article: Article): Map<string, number> {
  const features = new Map([[`section ${article.section}`, weights.section]]);
  for (const tag of article.tags) features.set(`tag ${tag}`, weights.tag);
  for (const language of languages) {
    const version = article.versions[language];
    if (!version) continue;
    const text = `${version.headline} ${version.standfirst} ${plainTextOfBlocks(version.body)}`;
    for (const word of frequentWords(text)) features.set(`${language} ${word}`, weights.word);
  }
  return features;
}

function frequentWords(text: string): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text.toLowerCase())) {
    if (word.length >= 6) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .slice(0, wordsKept)
    .map(([word]) => word);
}
