import { createHash } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

export interface SecurityPolicyOptions {
  /** Other origins the app may fetch from (`https://blog.example`): the publisher's WordPress. */
  connect?: string[];
}

/**
 * Vite plugin: writes the page's Content-Security-Policy, Trusted Types included, into the built
 * index.html as a `meta`, so that it holds on any host; then copies the page to 404.html, which
 * hosts without rewrite rules answer unknown addresses with. The build fails on an inline handler
 * or style attribute, which the policy would silently switch off.
 */
export function securityPolicy(options: SecurityPolicyOptions = {}): Plugin {
  let outDir = '';
  let isWritten = false;
  return {
    name: 'liseuse:security-policy',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    // After all other plugins: the hashes must be those of the page as it is written.
    generateBundle: {
      order: 'post',
      handler(_output, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return;
        page.source = withSecurityPolicy(text(page.source), options);
        isWritten = true;
      },
    },
    async closeBundle() {
      if (isWritten) await copyFile(join(outDir, 'index.html'), join(outDir, '404.html'));
    },
  };
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

function text(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}
