import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withSecurityPolicy } from '../../../src/publish/security-policy.ts';

const page = (head: string, body = '') =>
  `<!doctype html><html><head><meta charset="utf-8" />${head}</head><body>${body}</body></html>`;
const hash = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
const directive = (html: string, name: string) =>
  /Content-Security-Policy" content="([^"]*)"/
    .exec(html)?.[1]
    ?.split('; ')
    .find((each) => each.startsWith(`${name} `));

describe('withSecurityPolicy', () => {
  test('names inline scripts and styles by their hash', () => {
    const html = withSecurityPolicy(page('<style>a{}</style><script>let a = 1 > 0;</script>'));
    expect(directive(html, 'script-src')).toBe(`script-src 'self' ${hash('let a = 1 > 0;')}`);
    expect(directive(html, 'style-src')).toBe(`style-src 'self' ${hash('a{}')}`);
  });

  test('leaves out scripts from files, data and comments', () => {
    const html = withSecurityPolicy(
      page(
        '<script type="module" src="/a.js"></script><!-- <script>old()</script> -->' +
          '<script type="application/ld+json">{}</script>',
      ),
    );
    expect(directive(html, 'script-src')).toBe(`script-src 'self'`);
  });

  test('hashes line ends as the browser reads them', () => {
    const html = withSecurityPolicy(page('<script>a();\r\nb();</script>'));
    expect(directive(html, 'script-src')).toContain(hash('a();\nb();'));
  });

  test('stands before everything it governs', () => {
    const html = withSecurityPolicy(page('<title>t</title><script>a()</script>'));
    expect(html).toMatch(/<meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy"/);
    expect(() =>
      withSecurityPolicy('<head><script>a()</script><meta charset="utf-8"></head>'),
    ).toThrow('charset');
  });

  test('lets the app fetch from the origins named, and from no other', () => {
    const html = withSecurityPolicy(page(''), { connect: ['https://blog.example'] });
    expect(directive(html, 'connect-src')).toBe(`connect-src 'self' https://blog.example`);
    expect(directive(html, 'default-src')).toBe(`default-src 'none'`);
    expect(directive(html, 'trusted-types')).toBe('trusted-types liseuse');
  });

  test.each(['<p style="color: red">x</p>', '<body onload="a()">'])('refuses %s', (body) => {
    expect(() => withSecurityPolicy(page('', body))).toThrow('attribute');
  });

  test('is not misled by code that looks like an attribute', () => {
    const script = '<script>if (a <b && c) d.style = "x"; e = "<p onclick=1>";</script>';
    expect(() => withSecurityPolicy(page(script))).not.toThrow();
  });
});
