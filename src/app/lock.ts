/** A shared screen: no context menu, no selection, no page zoom, no dragged links, no print dialog. Returns the way out. */
export function lockScreen(doc: Document): () => void {
  const stop = (e: Event) => e.preventDefault();
  const zoomWheel = (e: WheelEvent) => {
    if (e.ctrlKey) e.preventDefault();
  };
  const keys = (e: KeyboardEvent) => {
    if (
      (e.ctrlKey || e.metaKey) &&
      ['p', 's', 'o', 'n', 't', 'w', '+', '-', '=', '0'].includes(e.key.toLowerCase())
    )
      e.preventDefault();
  };
  doc.addEventListener('contextmenu', stop);
  doc.addEventListener('dragstart', stop);
  doc.addEventListener('gesturestart', stop);
  doc.addEventListener('wheel', zoomWheel, { passive: false });
  doc.addEventListener('keydown', keys);
  doc.documentElement.style.userSelect = 'none';
  doc.documentElement.style.touchAction = 'pan-x pan-y';
  return () => {
    doc.removeEventListener('contextmenu', stop);
    doc.removeEventListener('dragstart', stop);
    doc.removeEventListener('gesturestart', stop);
    doc.removeEventListener('wheel', zoomWheel);
    doc.removeEventListener('keydown', keys);
    doc.documentElement.style.removeProperty('user-select');
    doc.documentElement.style.removeProperty('touch-action');
  };
}
