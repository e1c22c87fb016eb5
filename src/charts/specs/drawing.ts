import type { ColourTheme } from '../../domain/colour';
import type { SeriesView } from '../../domain/chart-series';

/** A view of a chart: what the page's state and a link in the build both come down to. */
export interface ChartView extends SeriesView {
  theme: ColourTheme;
}

/** What stands around a chart, on the screen as on paper; `spec` is the drawing's own. */
export interface Specified<Spec> {
  spec: Spec;
  head: string;
  /** What the chart says, for those who do not see it too. */
  sentence: string;
  notes: readonly string[];
}
