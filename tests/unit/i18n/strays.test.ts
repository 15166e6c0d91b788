import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { strayWords } from './strays.ts';

describe('finds words that are not from the locale files', () => {
  test.each([
    ['<p>Hello</p>', '1: Hello'],
    ['<script>let x = 1;</script>\n\n<p>{x} é</p>', '3: é'],
    ['{#if x}{#each y as z (z)}<b>{z}</b> by{/each}{/if}', '1: by'],
    ['{#await x}wait{:then y}{y}{/await}', '1: wait'],
    ['{#snippet row()}<i>row</i>{/snippet}', '1: row'],
    ['<Card>{#snippet head()}word{/snippet}</Card>', '1: word'],
    ['<svelte:head><title>Liseuse</title></svelte:head>', '1: Liseuse'],
    ['<img src="a.png" alt="A picture" />', '1: A picture'],
    ['<button aria-label="Close">×</button>', '1: Close'],
    ['<input placeholder="Name" />', '1: Name'],
    ['<a href="x" title="More {x}">{x}</a>', '1: More'],
    ['<Button label="Save" />', '1: Save'],
    ['<p>{isSaved ? "Saved" : t("saved.save")}</p>', '1: Saved'],
    ['<p>{name ?? "nobody"}</p>', '1: nobody'],
    ['<p>{`by ${name}`}</p>', '1: by'],
    ['<img alt={"A picture"} />', '1: A picture'],
    ['<p>&eacute;</p>', '1: é'],
  ])('%s', (source, stray) => {
    expect(strayWords(source)).toEqual([stray]);
  });
});

describe('lets pass what is no text for readers', () => {
  test.each([
    ['<p class="lead" id="x" data-kind="y" lang="fr" role="note">{t("saved.title")} · 1 – 2</p>'],
    ['<script lang="ts">const words: string = "words";</script>\n<style>p { color: red; }</style>'],
    ['<!-- a comment --><p>{x === "dark" ? a : b}</p>'],
    ['<img alt="" src="words.png" />'],
    ['<Button kind="quiet" onclick={() => say("words")} />'],
    ['{#if kind === "words"}{x}{/if}'],
    ['<p title={t("saved.title")}>{@render children?.()}</p>'],
  ])('%s', (source) => {
    expect(strayWords(source)).toEqual([]);
  });
});

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.svelte'))
  .map((file) => join('src', file));

test('there are components to look at', () => {
  expect(files.length).toBeGreaterThan(0);
});

test.each(files)('%s', (file) => {
  expect(strayWords(readFileSync(file, 'utf8'))).toEqual([]);
});
