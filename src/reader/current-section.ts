/**
 * Marks in the contents of an article, where there is room for them, the section that is read: the last
 * that has begun above the upper third of the screen. Until the returned function is called.
 */
export function markCurrentSection(): () => void {
  const mark = () => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
    // On a phone there is no room for them.
    if (!links[0]?.offsetHeight) return;
    const current = links.findLast((link) => topOf(link) < innerHeight / 3);
    for (const link of links) {
      if (link === current) link.ariaCurrent = 'true';
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('scroll', mark, { passive: true });
  return () => removeEventListener('scroll', mark);
}

/** Of what a link leads to, in pixels from the top of the screen; infinite for what is not there yet. */
function topOf({ hash }: HTMLAnchorElement): number {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  return target?.getBoundingClientRect().top ?? Infinity;
}
