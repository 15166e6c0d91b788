import type { Feed, FeedEntry } from './feed.ts';

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self.json,
    description: feed.description,
    icon: feed.icon,
    authors: [{ name: feed.author }],
    language: feed.language,
    items: feed.entries.map(itemOf),
  });
}

function itemOf(entry: FeedEntry) {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_text: entry.text,
    summary: entry.summary,
    image: entry.image,
    date_published: entry.published,
    date_modified: entry.modified,
    authors: entry.authors.map((name) => ({ name })),
    tags: entry.categories.map(({ name }) => name),
  };
}
