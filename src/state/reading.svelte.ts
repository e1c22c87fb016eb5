import { creditsOf } from '../domain/credits';
import { cellsAt, valuesOf } from '../domain/cells';
import { classColours } from '../domain/colour';
import { fittingKinds } from '../domain/kinds';
import { legendOf } from '../domain/legend';
import { nearestPeriod } from '../domain/period';
import { sentencesOf, type Sentences } from '../domain/sentence';
import type { Cell, Missing } from '../model/cell';
import type { Level } from '../model/ids';
import { LEVELS } from '../model/ids';
import type { Geography, IndicatorSummary, Manifest, Table } from '../model/manifest';
import { mapKindOf, type MapKind } from '../model/unit';
import { PLAIN_VIEW, type Camera, type ViewState } from '../model/view';
import type { Shown } from './shown';
import type { LinkProblem } from './url';

/** What is held of a view, and all that follows from it without a decision: what the screen reads. Only its heir changes the view. */
export abstract class AtlasReading {
  view: ViewState = $state.raw({ ...PLAIN_VIEW, indicator: '', level: 'area', period: '' });
  camera: Camera | null = $state.raw(null);
  manifest: Manifest | null = $state.raw(null);
  geography: Geography | null = $state.raw(null);
  table: Table | null = $state.raw(null);
  /** Table of `view.second`; null while it loads or when there is none. */
  secondTable: Table | null = $state.raw(null);
  error: unknown = $state.raw(null);
  problems: LinkProblem[] = $state.raw([]);
  /** What a kind of map says in place of the indicator's own sentences. */
  told: Partial<Sentences> | null = $state.raw(null);
  /** What a kind of map shows of the areas in place of the indicator's own cells: a change, two indicators at once. */
  shown: Shown | null = $state.raw(null);
  hovered: string | null = $state(null);
  highlightedBin: number | null = $state(null);
  /** Colour matrix of a simulated vision the map is looked at with (domain/colour-metrics), while it is tried out. */
  sight: string | null = $state(null);
  systemDark: boolean = $state(false);
  /** Radius in CSS px of the largest circle as the map draws it at its present size; the legend draws the same. */
  symbolRadius: number = $state(26);
  /** The arithmetic of classes, loaded when a reader asks for classes of their own. */
  protected breaksFrom: typeof import('../domain/breaks') | null = $state.raw(null);

  dark: boolean = $derived(this.view.theme === 'dark' || (this.view.theme === 'auto' && this.systemDark));

  /** The indicator on screen: that of the table in hand, which may lag behind `view.indicator` while one loads. */
  summary: IndicatorSummary | null = $derived(
    this.manifest?.indicators.find((s) => s.id === (this.table?.indicator ?? this.view.indicator)) ?? null,
  );

  pending: boolean = $derived(
    this.table !== null && this.table.indicator !== this.view.indicator && !this.error,
  );

  level: Level = $derived.by(() => {
    const { table, view } = this;
    if (!table || table.levels[view.level]) return view.level;
    return LEVELS.findLast((l) => table.levels[l]) ?? view.level;
  });

  levelTable = $derived(this.table?.levels[this.level] ?? null);
  period: string = $derived(
    this.levelTable ? nearestPeriod(this.levelTable.periods, this.view.period) : this.view.period,
  );

  cells: Map<string, Cell> = $derived(
    this.table && this.geography ? cellsAt(this.table, this.geography, this.level, this.period) : new Map(),
  );

  /** Largest value of the level over all its periods, so that circles compare from year to year; 1 at least. */
  largest: number = $derived(Math.max(1, this.levelTable?.extent[1] ?? 1));
  /** Inner class limits on screen: the reader's own, else those the build chose. */
  breaks: readonly number[] = $derived.by(() => {
    const { levelTable, table } = this;
    const { classing } = this.view;
    if (!levelTable || !table) return [];
    if (!classing) return levelTable.breaks;
    if (classing.method === 'manual') return classing.cuts;
    const values = levelTable.cells.filter((cell) => typeof cell === 'number');
    return this.breaksFrom?.breaksFor(values, { ...classing, decimals: table.decimals }) ?? levelTable.breaks;
  });
  colours: string[] = $derived(
    this.summary && this.levelTable
      ? classColours(this.view.ramp ?? this.summary.ramp, this.breaks, this.dark ? 'dark' : 'light')
      : [],
  );
  secondSummary: IndicatorSummary | null = $derived(
    this.manifest?.indicators.find((s) => s.id === this.secondTable?.indicator) ?? null,
  );

  /** Publishers and licences behind the figures on screen, each named once: the source line. */
  credits = $derived(creditsOf(this.table?.datasets ?? []));

  /** Kinds of map that fit the indicator on screen, its own first. */
  kinds: MapKind[] = $derived(
    this.summary && this.manifest
      ? fittingKinds(this.summary, this.manifest, this.table?.seriesBreaks)
      : ['choropleth'],
  );
  /** The kind its own measure asks for: what areas or circles show under any other. */
  ownKind: 'choropleth' | 'symbols' = $derived(
    this.summary && mapKindOf(this.summary.measure) === 'symbols' ? 'symbols' : 'choropleth',
  );
  mapKind: MapKind = $derived(
    this.view.kind && this.kinds.includes(this.view.kind) ? this.view.kind : this.kinds[0]!,
  );
  areas = $derived(this.geography?.levels[this.level] ?? []);
  selected = $derived(
    this.view.area === null ? null : (this.areas.find((a) => a.code === this.view.area) ?? null),
  );

  cityCell: Cell | null = $derived(
    this.table && this.geography
      ? (cellsAt(this.table, this.geography, 'citta', this.period).values().next().value ?? null)
      : null,
  );

  missing: Map<Missing, number> = $derived.by(() => {
    const counts = new Map<Missing, number>();
    for (const cell of this.cells.values())
      if ('missing' in cell) counts.set(cell.missing, (counts.get(cell.missing) ?? 0) + 1);
    return counts;
  });

  legend = $derived(
    this.summary && this.table && this.levelTable
      ? legendOf({
          values: valuesOf(this.cells.values()),
          breaks: this.breaks,
          extent: this.levelTable.extent,
          colours: this.colours,
          unit: this.summary.unit,
          decimals: this.table.decimals,
          lang: this.view.lang,
          missing: this.missing,
        })
      : null,
  );

  sentences: Sentences | null = $derived(
    this.summary && this.table && this.geography
      ? {
          ...sentencesOf({
            lang: this.view.lang,
            summary: this.summary,
            table: this.table,
            geography: this.geography,
            level: this.level,
            period: this.period,
            area: this.selected?.code ?? null,
          }),
          ...this.told,
        }
      : null,
  );
}
