import { expect, test } from 'vitest';
import { bytesTable, measureMessages } from '../../../src/publish/message-bytes.ts';

test('what is built brings less than a third of what svelte-i18n brings by itself', async () => {
  const { asItComes, compiled } = await measureMessages(process.cwd());
  // The parser of ICU alone, which must not be in what is built.
  expect(asItComes.code).toBeGreaterThan(10_000);
  expect(compiled.code).toBeLessThan(asItComes.code / 3);
  for (const language of ['fr', 'en'] as const) {
    expect(compiled.words[language]).toBeLessThan(asItComes.words[language]);
    expect(compiled.words[language]).toBeGreaterThan(500);
  }
}, 60_000);

test('the table has each sum', () => {
  const table = bytesTable({
    asItComes: { code: 13_410, words: { fr: 2258, en: 1811 } },
    compiled: { code: 3812, words: { fr: 1411, en: 1117 } },
  });
  expect(table).toMatch(/code +13,410 +3,812\n/);
  expect(table).toMatch(/code and words, fr +15,668 +5,223\n/);
  expect(table).toMatch(/code and words, en +15,221 +4,929$/);
});
