/** Width in CSS px at which the small maps stand on the screen: the legend's circles follow it. */
export class PanelSize {
  px: number = $state(200);
}
