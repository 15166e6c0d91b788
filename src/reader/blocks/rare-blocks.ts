/** What few articles have: one part of the program, brought when an article needs it. */
export { default as Code } from './Code.svelte';
export { default as Embed } from './Embed.svelte';
export { default as Gallery } from './Gallery.svelte';
export { default as Table } from './Table.svelte';
