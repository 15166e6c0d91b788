/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): which members there are, of which type. */
const url = { type: 'string', pattern: '^https?://' };
const text = { type: 'string' };
const date = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};
const authors = {
  type: 'array',
  minItems: 1,
  // “At least one of these”; ours have names.
  items: { type: 'object', required: ['name'], properties: { name: text } },
};
const itemMembers = {
  id: text,
  url,
  title: text,
  content_text: text,
  summary: text,
  image: url,
  date_published: date,
  date_modified: date,
  authors,
  tags: { type: 'array', items: text },
  language: text,
};
const feedMembers = {
  version: { const: 'https://jsonfeed.org/version/1.1' },
  title: { type: 'string', pattern: '\\S' },
  home_page_url: url,
  feed_url: url,
  description: text,
  icon: url,
  favicon: url,
  authors,
  language: { enum: ['fr', 'en'] },
  items: {
    type: 'array',
    // `content_text` or `content_html`; ours is text.
    items: { type: 'object', required: ['id', 'content_text'], properties: itemMembers },
  },
};

export const jsonFeedSchema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: feedMembers,
};

export interface ReadJsonFeed extends Record<string, unknown> {
  items: Record<string, unknown>[];
}

/** The members of a feed and of its items that the format does not have. */
export function inventedMembers({ items, ...feed }: ReadJsonFeed): string[] {
  return [
    ...Object.keys(feed).filter((name) => !Object.hasOwn(feedMembers, name)),
    ...items.flatMap((item) =>
      Object.keys(item).filter((name) => !Object.hasOwn(itemMembers, name)),
    ),
  ];
}
