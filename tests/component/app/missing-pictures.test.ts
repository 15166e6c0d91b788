import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { followMissingPictures } from '../../../src/app/missing-pictures.ts';
import '../../../src/ui/base.css';

const drawn = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
)}`;

afterEach(() => document.body.replaceChildren());

function show(src: string): HTMLImageElement {
  const picture = document.createElement('img');
  Object.assign(picture, { src, alt: 'Two boats', width: 80, height: 40 });
  document.body.append(picture);
  return picture;
}

function follow(): void {
  onTestFinished(followMissingPictures());
}

const isMissing = (picture: HTMLImageElement) => 'missing' in picture.dataset;
const looksBroken = (picture: HTMLImageElement) => getComputedStyle(picture).content === 'normal';

test('a picture that cannot be had leaves its room empty, and keeps its words', async () => {
  follow();
  const picture = show('/no/such/picture.webp');
  await vi.waitFor(() => expect(isMissing(picture)).toBe(true));
  expect(looksBroken(picture)).toBe(false);
  expect([picture.offsetWidth, picture.offsetHeight, picture.alt]).toEqual([80, 40, 'Two boats']);
});

test('so does one that was missing before', async () => {
  const picture = show('/no/such/picture.webp');
  await new Promise((resolve) => picture.addEventListener('error', resolve));
  follow();
  expect(isMissing(picture)).toBe(true);
});

test('one that is there, or still on its way, is left alone', async () => {
  const [there, coming] = [show(drawn), show('')];
  await there.decode();
  follow();
  expect([isMissing(there), isMissing(coming)]).toEqual([false, false]);
});

test('with the network back it is asked for again, and seen once it is there', async () => {
  follow();
  const picture = show('/no/such/picture.webp');
  await vi.waitFor(() => expect(isMissing(picture)).toBe(true));
  const asked = vi.spyOn(picture, 'src', 'set');
  dispatchEvent(new Event('online'));
  expect(asked).toHaveBeenCalledExactlyOnceWith(picture.src);
  asked.mockRestore();
  picture.src = drawn;
  await vi.waitFor(() => expect(isMissing(picture)).toBe(false));
});
