/**
 * How large an element is to a finger, in pixels: from its middle, as far as a touch still hits it.
 * It must be on the screen.
 */
export function hitArea(element: Element): { width: number; height: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const middle = { x: left + width / 2, y: top + height / 2 };
  const reach = (dx: number, dy: number) => {
    let steps = 0;
    const hits = () =>
      element.contains(document.elementFromPoint(middle.x + dx * steps, middle.y + dy * steps));
    while (steps < 200 && hits()) steps += 1;
    return steps;
  };
  return { width: reach(-1, 0) + reach(1, 0) - 1, height: reach(0, -1) + reach(0, 1) - 1 };
}
