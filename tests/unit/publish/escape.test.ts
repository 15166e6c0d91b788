/** Whatever the text: parsers read back what was written. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  escapeAttribute,
  escapeText,
  jsonForScript,
  xmlCharacters,
} from '../../../src/publish/escape.ts';
import { asUtf8, asXml, foreignText } from '../../support/foreign-text.ts';
import { parseHead } from '../../support/html-head.ts';
import { parseXml } from '../../support/xml.ts';

const head = (markup: string) => parseHead(asUtf8(markup));
/** HTML has no way of writing NUL. */
const asHtml = (text: string) => asUtf8(text.replaceAll('\0', ''));
const always = (check: (text: string) => void) =>
  fc.assert(fc.property(foreignText, check), { numRuns: 1_000 });

test('text stays text in a page', () => {
  always((text) => {
    expect(head(`<title>${escapeText(text)}</title>`)).toEqual([
      { name: 'title', attributes: {}, text: asHtml(text) },
    ]);
  });
});

test.each(['"', "'"])('an attribute in %s stays an attribute of a page', (quote) => {
  always((text) => {
    const markup = `<meta content=${quote}${escapeAttribute(text)}${quote} data-page>`;
    expect(head(markup)).toEqual([
      { name: 'meta', attributes: { content: asHtml(text), 'data-page': '' }, text: '' },
    ]);
  });
});

test('text and attributes come through XML, but for what XML forbids', () => {
  always((text) => {
    const safe = xmlCharacters(text);
    const source = `<a b="${escapeAttribute(safe)}">${escapeText(safe)}</a>`;
    const { attributes, text: content } = parseXml(asUtf8(source));
    expect(attributes).toEqual({ b: asXml(text) });
    expect(content).toBe(asXml(text));
  });
});

describe('JSON in a script', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.dictionary(foreignText, fc.array(foreignText)), (value) => {
        const markup = `<script type="application/json">${jsonForScript(value)}</script><meta>`;
        const [script, ...rest] = head(markup);
        expect(JSON.parse(script?.text ?? '')).toEqual(value);
        expect(rest.map(({ name }) => name)).toEqual(['meta']);
      }),
      { numRuns: 1_000 },
    );
  });

  test('holds nothing that a parser or an old engine could take for something else', () => {
    always((text) => {
      expect(jsonForScript({ [text]: text })).not.toMatch(/[<>&\u2028\u2029]/);
    });
  });

  test('is refused for what is none, rather than written as “undefined”', () => {
    expect(() => jsonForScript(undefined)).toThrow(TypeError);
  });
});

test('the strict parser is strict: it refuses what is written raw', () => {
  const raw = ['\u0001', '\ufffe', '&', '<b>', ']]>', '&nbsp;'];
  for (const text of raw) expect(() => parseXml(`<a>${text}</a>`)).toThrow();
});
