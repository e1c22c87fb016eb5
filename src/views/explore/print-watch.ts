import type { AtlasContext } from './context';

/**
 * Ctrl+P prints the view as a sheet, not the screen. The sheet comes when it is first asked for; a browser's own menu leaves no
 * time to fetch it, so that there the words and the legend print alone unless it has come before. Returns the way out.
 */
export function watchPrint(context: AtlasContext): () => void {
  if (!context.can.downloads) return () => undefined;
  const key = (e: KeyboardEvent) => {
    if (!(e.ctrlKey || e.metaKey) || e.shiftKey || e.altKey || e.key.toLowerCase() !== 'p') return;
    e.preventDefault();
    import('./take/print').then(
      (m) => m.printSheet(context),
      () => print(),
    );
  };
  addEventListener('keydown', key);
  return () => removeEventListener('keydown', key);
}
