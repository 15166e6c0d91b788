import { expect, test } from 'vitest';
import { leanShell } from '../../../src/publish/lean-shell.ts';

test('the shell goes out without comments and indents, with the marks of places and a smaller script', () => {
  const shell = `<head>
    <!-- For its writers,
         on two lines. -->
    <!--head-->
    <title>The Watch</title>
    <script>
      // Why it is so.
      {
        const theme = localStorage.getItem('theme');
        document.documentElement.dataset.theme = theme;
      }
    </script>
  </head>`;
  expect(leanShell(shell)).toBe(
    [
      '<head>',
      '<!--head-->',
      '<title>The Watch</title>',
      '<script>{let e=localStorage.getItem(`theme`);document.documentElement.dataset.theme=e}</script>',
      '</head>',
    ].join('\n'),
  );
});

test('a script that cannot be parsed is told with its page', () => {
  expect(() => leanShell('<script>const = 1;</script>')).toThrow('index.html: ');
});
