/**
 * Pictures that could not be had, most often for want of a network: their room stays empty instead of
 * showing the browser's sign for something broken, and they are asked for again once there is a network.
 */

/** Styled in base.css. */
const mark = 'missing';

/** Follows the pictures of the page, those of before included. Returns the function that stops. */
export function followMissingPictures(): () => void {
  const closing = new AbortController();
  const { signal } = closing;
  const pictureOf = ({ target }: Event) =>
    target instanceof HTMLImageElement ? target.dataset : undefined;
  const onError = (event: Event) => {
    const dataset = pictureOf(event);
    if (dataset) dataset[mark] = '';
  };
  const onLoad = (event: Event) => delete pictureOf(event)?.[mark];
  // These events do not bubble, and that of loading never comes to the window.
  document.addEventListener('error', onError, { capture: true, signal });
  document.addEventListener('load', onLoad, { capture: true, signal });
  addEventListener('online', askAgain, { signal });
  for (const picture of document.images) {
    if (picture.complete && picture.currentSrc && picture.naturalWidth === 0) {
      picture.dataset[mark] = '';
    }
  }
  return () => closing.abort();
}

function askAgain(): void {
  for (const picture of document.images) {
    // Set to what it is, an address is asked for anew.
    if (mark in picture.dataset) picture.src = String(picture.src);
  }
}
