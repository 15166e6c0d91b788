/**
 * How text of an edition gets into a page without becoming part of its markup. What is written here
 * is read back by every parser as it was; only NUL, which HTML cannot write at all, is dropped.
 */

/** Text between tags: in an element of HTML or XML, in `<title>`; not in a script or style. */
export function escapeText(text: string): string {
  // Parsers make a line feed of a carriage return that is not written as a reference.
  return withReferences(text, /[&<>\r]/g);
}

/** The value of an attribute, of HTML or XML, whichever quotes stand around it. */
export function escapeAttribute(text: string): string {
  // XML parsers make a space of a tab or a line feed in an attribute.
  return withReferences(text, /[&<>"'\r\n\t]/g);
}

/**
 * A value as JSON that can stand in a script element: no `</script>` or `<!--` in it ends the
 * element or hides its end, and it is also a JavaScript expression (U+2028 and U+2029, which older
 * engines take for ends of lines).
 * @throws {TypeError} for what is no JSON: undefined, a function, a cycle
 */
export function jsonForScript(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError('There is no JSON for this value');
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The characters of a text that XML 1.0 allows (section 2.2, “Char”), lone surrogates not being any. */
export function xmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** By number, which HTML and XML share. */
function withReferences(text: string, signs: RegExp): string {
  return text.replaceAll('\0', '').replace(signs, (sign) => `&#${sign.charCodeAt(0)};`);
}
