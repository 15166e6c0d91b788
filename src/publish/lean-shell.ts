import { minifySync } from 'vite';

/**
 * The app's page without what only its writers read: a page on a slow line begins with it. The
 * comments that mark a place stay.
 * @param html index.html as built
 * @throws {Error} when the script in the page cannot be parsed
 */
export function leanShell(html: string): string {
  return html
    .replace(/(?<=<script>)[\s\S]*?(?=<\/script>)/g, (source) => minified(source))
    .replace(/<!-- [\s\S]*? -->/g, '')
    .replace(/\s*\n\s*/g, '\n');
}

function minified(source: string): string {
  const { code, errors } = minifySync('index.html', source, { module: false });
  if (errors[0]) throw new Error(`index.html: ${errors[0].message}`);
  return code.trim();
}
