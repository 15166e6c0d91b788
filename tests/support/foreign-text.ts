import fc from 'fast-check';

/** What has broken templates, scripts, attributes and feeds before. */
const pieces = [
  ...['$&', '$1', '$$', '$`', "$'", '$<name>', '%SITE_NAME%', '</script>', '<script>', '</SCRIPT '],
  ...['<!--', '-->', '<![CDATA[', ']]>', '</title>', '<b>', '&amp;', '&#60;', '&lt', '&', '<', '>'],
  ...['"', "'", '`', '\\', '\\u003c', '\\"', '{', '}', '%', '/', ' ', '\t', '\n', '\r\n', '\r'],
  ...['\u0085', '\u00a0', '\u2028', '\u2029', '\ufeff', '\ufffd', '\ufffe', '\uffff'],
  ...['😀', '👩🏽‍🚀', '🇫🇷', 'É', 'é', 'ﷺ', 'العربية', '«\u202f', '\u202e'],
];
const controls = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code));
const loneSurrogates = ['\ud83d', '\ude00', '\udfff\ud800'];

const text = (hostile: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...hostile) },
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      ),
      { maxLength: 8 },
    )
    // The schema wants something to read in every text.
    .map((parts) => `${parts.join('')}x`);

/** Text as an edition may hold it, the more troublesome the likelier. */
export const foreignText = text([...pieces, ...controls, '\u007f', ...loneSurrogates]);

/** What a parser reads of a text that was written to a file in UTF-8: no half of a character. */
export function asUtf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** What XML can carry of a text, told code point by code point rather than as the code does it. */
export function asXml(text: string): string {
  return [...text]
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
      return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
    })
    .join('');
}
