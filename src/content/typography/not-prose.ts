import { mask } from './edits.ts';

/** What stands in text without being prose: no rule reads it or changes it. */
const notProse = new RegExp(
  [
    /\b(?:https?|ftp):\/\/[^\s<>"«»“”]+|\bwww\.[^\s<>"«»“”]+/, // addresses
    /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/, // e-mail
    /\b[A-Za-z]:\\[^\s"«»]*/, // paths of Windows
    /(?<![\w`])`[^`\n]+`(?![\w`])/, // code, as Markdown marks it
    /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/, // entities that an import has left
    /(?<!\S):[a-z_]+:(?!\S)/, // names of emoji
    /(?<!\S)[:;=8]['’]?[-o^]?[()[\]DPpO|/\\*]+(?!\w)/, // emoticons
    /\d['′][ \u00a0\u202f]?\d{1,2}(?:["″]|'')/, // feet and inches
    /(?<=\d)(?:"|''|<<|>>)(?=\d)/, // times: 9"58
    /(?<=\d[ \u00a0\u202f])(?:<<|>>)(?=[ \u00a0\u202f]\d)/, // shifts: 2 << 3
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

export function withoutNotProse(text: string): string {
  return text.replace(notProse, (found) => mask.repeat(found.length));
}
