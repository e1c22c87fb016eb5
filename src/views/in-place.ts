/**
 * For a link's click: a plain one acts in the page, any other (a modifier key, another button) is left to the browser, which opens
 * the address as it would any other.
 */
export const inPlace =
  (act: () => void) =>
  (e: MouseEvent): void => {
    if (e.button !== 0 || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    e.preventDefault();
    act();
  };
