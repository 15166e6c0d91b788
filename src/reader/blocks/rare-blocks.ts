/** What few articles have, by type: one part of the program, brought when an article needs it. */
export { default as code } from './Code.svelte';
export { default as embed } from './Embed.svelte';
export { default as gallery } from './Gallery.svelte';
export { default as table } from './Table.svelte';
