/**
 * The page's Content-Security-Policy, Trusted Types included, as a `meta` in the page itself, so that
 * it holds on any host.
 */
import { createHash } from 'node:crypto';

export interface SecurityPolicyOptions {
  /** Other origins the app may fetch from (`https://blog.example`): the publisher's WordPress. */
  connect?: string[];
}

/**
 * The page with the policy's `meta` right after `<meta charset>`, before anything it has to govern.
 * @throws {Error} when the page has no charset first, or something inline that cannot be hashed.
 */
export function withSecurityPolicy(html: string, options: SecurityPolicyOptions = {}): string {
  const charset = /<meta\s+charset=[^>]*>/i.exec(html);
  const governed = html.search(/<(script|style|link)\b/i);
  if (!charset || (governed >= 0 && governed < charset.index)) {
    throw new Error('index.html: <meta charset> must stand before every script, style and link');
  }
  const attribute = inlineAttribute(html);
  if (attribute) throw new Error(`index.html: the policy forbids the attribute ${attribute}`);

  const end = charset.index + charset[0].length;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(html, options)}" />`;
  return `${html.slice(0, end)}\n    ${meta}${html.slice(end)}`;
}

function policy(html: string, { connect = [] }: SecurityPolicyOptions): string {
  return [
    `default-src 'none'`,
    ['script-src', `'self'`, ...hashes(html, 'script')].join(' '),
    ['style-src', `'self'`, ...hashes(html, 'style')].join(' '),
    // blob: pictures of saved articles, data: small pictures inside style sheets.
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    ['connect-src', `'self'`, ...connect].join(' '),
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    // The only policy there is: src/offline/script-url.ts.
    `trusted-types liseuse`,
  ].join('; ');
}

/** CSP source expressions of the inline scripts that run (or the inline styles) of the page. */
function hashes(html: string, tag: 'script' | 'style'): string[] {
  const elements = withoutComments(html).matchAll(
    new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}\\s*>`, 'gi'),
  );
  const found = [...elements]
    .filter(([, attributes = '']) => !/\ssrc\s*=/i.test(attributes) && runs(attributes))
    // The browser hashes what its parser read: line ends are always \n there.
    .map(([, , source = '']) => createHash('sha256').update(source.replaceAll('\r\n', '\n')))
    .map((hash) => `'sha256-${hash.digest('base64')}'`);
  return [...new Set(found)];
}

/** Data in a script element (`application/ld+json`) is never run and needs no hash. */
function runs(attributes: string): boolean {
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? '';
  return /^(|module|importmap|speculationrules|text\/css|(text|application)\/javascript)$/i.test(
    type,
  );
}

function inlineAttribute(html: string): string | undefined {
  const markup = withoutComments(html).replace(
    /(<(script|style)\b[^>]*>)[\s\S]*?<\/\2\s*>/gi,
    '$1',
  );
  return /<[a-z][^>]*?\s(style|on[a-z]+)\s*=/i.exec(markup)?.[1];
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '');
}
