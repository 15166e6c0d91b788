/**
 * Which addresses may come from outside. A browser strips white space and control characters
 * before it reads a scheme, so an address that holds any is refused rather than cleaned; so is
 * `//host`, which looks relative and is not, and `\`, which browsers read as `/`.
 */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const suspicious = /[\s\u0000-\u001f\u007f-\u009f\\]|^\//;
const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** Whether a link may go there: http, https, mailto, or relative without a leading slash. */
export function isSafeHref(href: string): boolean {
  return isAllowed(href, /^(?:https?:\/\/[^/]|mailto:[^@]+@)/i);
}

/** Whether a picture may come from there: http, https or relative. */
export function isSafeImageSource(source: string): boolean {
  return isAllowed(source, /^https?:\/\/[^/]/i);
}

/** Whether the address stands on its own, rather than being relative to the site. */
export function isAbsolute(href: string): boolean {
  return scheme.test(href);
}

/** The address of a file that is named relative to a folder; an absolute one is its own. */
export function addressIn(folder: string, file: string): string {
  return isAbsolute(file) ? file : folder + file;
}

/** Undefined for what is no address. (`URL.canParse` came to Safari with version 17 only.) */
export function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

function isAllowed(address: string, absolute: RegExp): boolean {
  if (address === '' || suspicious.test(address)) return false;
  if (!scheme.test(address)) return true;
  if (!absolute.test(address)) return false;
  return parseUrl(address) !== undefined;
}
