/**
 * The one Trusted Types policy of the app. The page's Content-Security-Policy admits no other, and
 * a second policy of the same name would throw: so it is made here, once, at first use.
 */
interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/**
 * An address that may be given to `serviceWorker.register` or `new Worker`: a script of this origin.
 * Where the browser has no Trusted Types it is the plain text. Typed `string` because the DOM
 * library's types know nothing of trusted values.
 *
 * @throws {TypeError} for an address of another origin.
 */
export function trustedScriptUrl(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  if (trustedTypes === undefined) return ownScript(url);
  policy ??= trustedTypes.createPolicy('liseuse', { createScriptURL: ownScript });
  return policy.createScriptURL(url) as string;
}

function ownScript(url: string): string {
  const { href, origin } = new URL(url, document.baseURI);
  if (origin !== location.origin) throw new TypeError(`Not a script of this site: ${href}`);
  return href;
}
