import { toJsonSchema } from '@valibot/to-json-schema';
import { article } from '../content/schema/article.ts';
import { anyKnownBlock, blocks } from '../content/schema/blocks.ts';
import { anyInline, inlines } from '../content/schema/inline.ts';

/** Where the schema of the article format stands on a built site. */
export const articleSchemaFile = 'schema/article-1.json';

/**
 * The article format as JSON Schema (draft 2020-12), for editors and other tools. What only code
 * can check, such as ids that occur twice, is left out.
 */
export function articleJsonSchema(): object {
  const schema = toJsonSchema(article, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: { block: anyKnownBlock, blocks, inline: anyInline, inlines },
  });
  return { title: 'A Liseuse article', ...schema };
}
