/**
 * “You may also like”, for articles whose authors named nothing: by section, by tags and by the
 * words two articles share. Rare things say more than common ones, so every tag and word counts
 * for the inverse of how many articles have it (idf, Spärck Jones 1972).
 */
import { languages } from '../content/language.ts';
import type { Article } from '../content/model.ts';
import { plainTextOfBlocks, wordsOf } from '../content/plain-text.ts';
import type { EditionArticle } from './edition.ts';

/** What sharing the section, a tag or a word is worth, before rarity weighs in. */
const weights = { section: 1.5, tag: 2, word: 0.35 };

/** A word found in more articles than this tells nothing, and comparing them would be quadratic. */
const commonest = 40;

/** Words kept for each article: its most frequent long ones. */
const wordsKept = 40;

/** A word of one language, or what else two articles may share. */
type Feature = number | string;

/** Numbers words, so that an article can be compared by its words when its text is no longer held. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  /** The numbers of an article’s most frequent long words, in each of its languages. */
  wordsOf({ versions }: Article): Uint32Array {
    const numbers = languages.flatMap((language) => {
      const version = versions[language];
      if (!version) return [];
      const text = `${version.headline} ${version.standfirst} ${plainTextOfBlocks(version.body)}`;
      return frequentWords(text).map((word) => this.#numberOf(`${language} ${word}`));
    });
    return Uint32Array.from(numbers);
  }

  #numberOf(word: string): number {
    const number = this.#numbers.get(word) ?? this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }
}

/** @returns for each article id, the ids of at most `count` others, best first, never itself; of equals the newest */
export function relatedArticles(
  articles: readonly EditionArticle[],
  count: number,
): Map<string, string[]> {
  const oldestFirst = articles.toSorted(
    ({ summary: a }, { summary: b }) =>
      Date.parse(a.datePublished) - Date.parse(b.datePublished) || (a.id < b.id ? -1 : 1),
  );
  const ages = new Map(oldestFirst.map(({ summary }, age) => [summary.id, age]));
  const newerFirst = (a: string, b: string) => (ages.get(b) ?? 0) - (ages.get(a) ?? 0);
  const newest = oldestFirst.slice(-count - 1).reverse();
  const holders = new Map<Feature, string[]>();
  for (const article of oldestFirst) {
    const { id } = article.summary;
    for (const feature of featuresOf(article).keys()) {
      const list = holders.get(feature);
      if (list) list.push(id);
      else holders.set(feature, [id]);
    }
  }
  return new Map(
    articles.map((article) => {
      const { id } = article.summary;
      const scores = scoresFor(article, holders, articles.length);
      const ranked = [...scores]
        .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || newerFirst(a, b))
        .map(([other]) => other);
      const chosen = [...article.related, ...ranked, ...newest.map(({ summary }) => summary.id)];
      const others = new Set(chosen.filter((other) => other !== id));
      return [id, [...others].slice(0, count)];
    }),
  );
}

function scoresFor(
  article: EditionArticle,
  holders: Map<Feature, string[]>,
  total: number,
): Map<string, number> {
  const scores = new Map<string, number>();
  for (const [feature, weight] of featuresOf(article)) {
    const sharing = holders.get(feature) ?? [];
    if (sharing.length < 2) continue;
    // The newest holders stand for all of a large section or tag.
    for (const other of sharing.slice(-commonest)) {
      if (other === article.summary.id) continue;
      const rarity = Math.log(1 + total / sharing.length);
      scores.set(other, (scores.get(other) ?? 0) + weight * rarity);
    }
  }
  return scores;
}

function featuresOf({ summary, words }: EditionArticle): Map<Feature, number> {
  const features = new Map<Feature, number>([[`section ${summary.section}`, weights.section]]);
  for (const tag of summary.tags) features.set(`tag ${tag}`, weights.tag);
  for (const word of words) features.set(word, weights.word);
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
