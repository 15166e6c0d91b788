/** Leads the focus from heading to heading: in a list that is from article to article. */

/** What unfolds in the other language says the same again. */
const headings = 'main :is(h1, h2, h3):not(.between *)';

/** @param step 1 to the next below what is read or has the focus, -1 to the one before */
export function goToHeading(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(headings)].filter((heading) =>
    heading.checkVisibility(),
  );
  const focused = all.findIndex((heading) => heading.contains(document.activeElement));
  const next = focused >= 0 ? focused + step : nearest(all, step);
  const heading = all[next];
  if (heading) focusHeading(heading);
}

/** To who has nothing in the focus: by where on the screen it stands. Who has just come has read its title. */
function nearest(all: readonly HTMLElement[], step: 1 | -1): number {
  // Where what an address leads to comes to stand, below the bar.
  const line = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const tops = all.map((heading) => heading.getBoundingClientRect().top);
  return step > 0
    ? tops.findIndex((top, index) => top > line + 1 && all[index]?.tagName !== 'H1')
    : tops.findLastIndex((top) => top < line - 1);
}

function focusHeading(heading: HTMLElement): void {
  const link = heading.querySelector<HTMLElement>(':scope > a:only-child');
  if (!link) heading.tabIndex = -1;
  (link ?? heading).focus({ preventScroll: true });
  // A row of a list comes into sight; a part of a text is to be read from here on.
  if (link) (heading.closest('article') ?? heading).scrollIntoView({ block: 'nearest' });
  else heading.scrollIntoView();
}
