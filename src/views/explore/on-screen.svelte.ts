import type { SpecifiedChart } from '../../charts/on-paper';
import type { ColourTheme } from '../../domain/colour';
import type { Credited } from '../../domain/credits';

/** The chart on screen as it would be in a theme, with what a reader has chosen in it. */
export interface ChartOnScreen {
  chart: SpecifiedChart;
  /** Where its figures come from, where it is not the indicator's own datasets alone. */
  datasets?: readonly Credited[];
  /** Codes that stay bright while the others step back; null when all do. */
  lit?: ReadonlySet<string> | null;
  /** Dots stand in the colours of their classes on the map: the legend of the map belongs to it. */
  classes?: boolean;
  /** Words of its own for what a reader has chosen in it. */
  notes?: readonly string[];
}
export type DescribeChart = (theme: ColourTheme) => ChartOnScreen | null;

/** What stands in the room and is known to it alone; those who take it away ask here. */
export class OnScreen {
  /** null while no chart is shown, or it is on its way. */
  chart: DescribeChart | null = $state.raw(null);
}
