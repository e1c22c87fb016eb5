import { creditsOf } from '../domain/credits';
import { cellsAt, valuesOf } from '../domain/cells';
import { classColours } from '../domain/colour';
import { defaultDisplay } from '../domain/display';
import { fittingKinds } from '../domain/kinds';
import { legendOf } from '../domain/legend';
import { sentencesOf, type Sentences } from '../domain/sentence';
import type { Cell, Missing } from '../model/cell';
import type { Level } from '../model/ids';
import { LEVELS } from '../model/ids';
import type { FileRef, Geography, IndicatorSummary, Manifest, Table } from '../model/manifest';
import { mapKindOf, type MapKind } from '../model/unit';
import { PLAIN_VIEW, type Camera, type ViewState } from '../model/view';
import type { GenericSchema, InferOutput } from 'valibot';
import { nearestPeriod } from '../domain/period';
import type { Shown } from './shown';
import {
  defaultLevel,
  parseCamera,
  parseShell,
  parseView,
  printCamera,
  printView,
  type LinkProblem,
} from './url';

/** What the state needs of floor 3; a test hands in a stand-in. */
export interface DataSource {
  loadManifest(): Promise<Manifest>;
  loadGeography(ref: Manifest['geography']): Promise<Geography>;
  loadTable(ref: IndicatorSummary['table']): Promise<Table>;
  /** Any other JSON file of the manifest, parsed by its schema. */
  loadFile<const S extends GenericSchema>(schema: S, ref: FileRef): Promise<InferOutput<S>>;
}

/** Where decisions are written; the browser's history in the app, an array in tests, nothing in an embed. */
export interface AddressBar {
  push(url: string): void;
  replace(url: string): void;
}

/** A state that lives inside a page writes no address. */
const NO_BAR: AddressBar = { push: () => undefined, replace: () => undefined };

/**
 * The one owner of what the atlas shows. Decisions live in `view` and go to the URL; data arrive whole or as a typed error.
 * While a new table is on its way the old one stays on screen, so that a switch paints once.
 */
export class AtlasState {
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
  #breaks: typeof import('../domain/breaks') | null = $state.raw(null);
  #turn = 0;
  #source: DataSource;
  #bar: AddressBar;

  constructor(source: DataSource, bar: AddressBar, search = '', hash = '') {
    this.#source = source;
    this.#bar = bar;
    this.view = { ...this.view, ...parseShell(search) };
    const camera = parseCamera(hash);
    if (camera.kind === 'valid') this.camera = camera.value;
  }

  /** Reads manifest, link, geography and first table. Failing is not final: call again. */
  async start(search: string, hash: string): Promise<void> {
    this.error = null;
    try {
      const manifest = await this.#source.loadManifest();
      const { view, problems } = parseView(search, manifest);
      const camera = parseCamera(hash);
      if (camera.kind === 'invalid') problems.push({ key: 'map', raw: camera.raw.slice(0, 40), used: '' });
      this.view = view;
      this.problems = problems;
      this.manifest = manifest;
      const [geography] = await Promise.all([this.#source.loadGeography(manifest.geography), this.#load()]);
      this.geography = geography;
      if (!this.error) this.#settle();
    } catch (error) {
      this.error = error;
    }
  }

  /** The address changed under us (Back, Forward, a typed hash). */
  async follow(search: string, hash: string): Promise<void> {
    if (!this.manifest) return;
    const { view, problems } = parseView(search, this.manifest);
    this.view = view;
    this.problems = problems;
    const camera = parseCamera(hash);
    this.camera = camera.kind === 'valid' ? camera.value : null;
    await this.#load();
    if (!this.error) this.#settle();
  }

  /** A decision of the reader; Back undoes it. `continuous` ones (a slider under the finger) replace instead. */
  async decide(change: Partial<ViewState>, continuous = false): Promise<void> {
    const manifest = this.manifest;
    const next = { ...this.view, ...change };
    if (manifest && change.indicator && change.indicator !== this.view.indicator) {
      const summary = manifest.indicators.find((s) => s.id === change.indicator);
      if (!summary) return;
      if (!summary.levels.includes(next.level)) next.level = defaultLevel(summary, manifest);
      if (!summary.periods.includes(next.period)) next.period = nearestPeriod(summary.periods, next.period);
      // Who looks at the default room of one indicator gets that of the next; a room asked for stays.
      const before = manifest.indicators.find((s) => s.id === this.view.indicator);
      if (!change.display && before && next.display === defaultDisplay(before))
        next.display = defaultDisplay(summary);
    }
    if (next.level !== this.view.level && change.area === undefined) next.area = this.#carryArea(next.level);
    this.view = next;
    this.highlightedBin = null;
    if (change.level || change.area !== undefined) this.hovered = null;
    this.#write(continuous ? 'replace' : 'push');
    if (change.indicator || change.second || change.classing) {
      await this.#load();
      if (!this.error) this.#settle();
    } else if (change.level) this.#settle();
  }

  /**
   * A second state over the same files that writes no address: the other side of a comparison, the stage of a story.
   * Starts from a query of its own; language, theme and mode are those of this one.
   */
  async fork(query: string, hash = ''): Promise<AtlasState> {
    const other = new AtlasState(this.#source, NO_BAR, query, hash);
    other.systemDark = this.systemDark;
    await other.start(query, hash);
    const { lang, theme, mode } = this.view;
    other.view = { ...other.view, lang, theme, mode };
    return other;
  }

  /** A file of the manifest by name. Throws `RangeError` when this edition has none, else as the data floor does. */
  file<const S extends GenericSchema>(name: string, schema: S): Promise<InferOutput<S>> {
    const ref = this.manifest?.files[name];
    if (!ref) return Promise.reject(new RangeError(`this edition has no file "${name}"`));
    return this.#source.loadFile(schema, ref);
  }

  /** The table of any indicator, without showing it. */
  tableOf(id: string): Promise<Table> {
    const summary = this.manifest?.indicators.find((s) => s.id === id);
    return summary
      ? this.#source.loadTable(summary.table)
      : Promise.reject(new RangeError(`no indicator "${id}"`));
  }

  /** Chooses the area at the finest level the indicator has for it; what an address or a place on the map leads to. */
  goToArea(code: string): Promise<void> {
    const area = this.geography?.levels.area?.find((a) => a.code === code);
    const level = (['area', 'zona', 'prossimita', 'quartiere'] as const).find((l) =>
      this.summary?.levels.includes(l),
    );
    if (!area) return Promise.resolve();
    // A topic of the 55 comuni has no place for it: the first one that is published by area steps in.
    const other = this.manifest?.indicators.find((s) => s.levels.includes('area'));
    if (!level) return this.decide({ ...(other ? { indicator: other.id } : {}), level: 'area', area: code });
    return this.decide({ level, area: level === 'area' ? code : (area.parents[level] ?? null) });
  }

  setCamera(camera: Camera | null): void {
    this.camera = camera;
    this.#write('replace');
  }

  /** Loads an indicator's table ahead, on intent (hover, focus). Errors wait for the real request. */
  prefetch(id: string): void {
    const summary = this.manifest?.indicators.find((s) => s.id === id);
    if (summary) this.#source.loadTable(summary.table).catch(() => undefined);
  }

  retry(): Promise<void> {
    return this.manifest && this.geography ? this.#load() : this.start(this.query, printCamera(this.camera));
  }

  /** Back to the default view of the same mode and nothing else left over. */
  async reset(): Promise<void> {
    const { mode } = this.view;
    this.camera = null;
    this.hovered = null;
    this.highlightedBin = null;
    this.problems = [];
    await this.follow(mode === 'full' ? '' : `?mode=${mode}`, '');
    this.#write('replace');
  }

  get query(): string {
    return this.manifest ? printView(this.view, this.manifest) : '';
  }

  /** Address of the view that `decide(change)` would lead to, for a link that can also be opened elsewhere. */
  linkTo(change: Partial<ViewState>): string {
    return `./${this.manifest ? printView({ ...this.view, ...change }, this.manifest) : ''}`;
  }

  async #load(): Promise<void> {
    const summary = this.manifest?.indicators.find((s) => s.id === this.view.indicator);
    if (!summary) return;
    const turn = ++this.#turn;
    const { second, classing } = this.view;
    this.error = null;
    try {
      const [table, secondTable] = await Promise.all([
        this.#source.loadTable(summary.table),
        second ? this.tableOf(second) : null,
        classing && !this.#breaks ? import('../domain/breaks').then((m) => (this.#breaks = m)) : null,
      ]);
      if (turn !== this.#turn) return;
      this.table = table;
      this.secondTable = secondTable;
    } catch (error) {
      if (turn === this.#turn) this.error = error;
    }
  }

  /** Once table and geography are there, a decision they cannot honour is replaced and the address corrected. */
  #settle(): void {
    const { table, geography, view } = this;
    if (!table || !geography || table.indicator !== view.indicator) return;
    const level = table.levels[view.level];
    const period = level ? nearestPeriod(level.periods, view.period) : view.period;
    const known = view.area === null || geography.levels[view.level]?.some((a) => a.code === view.area);
    if (period === view.period && known) return;
    if (!known && view.area) this.problems = [...this.problems, { key: 'a', raw: view.area, used: '' }];
    this.view = { ...view, period, area: known ? view.area : null };
    this.#write('replace');
  }

  #carryArea(level: Level): string | null {
    const area = this.geography?.levels[this.view.level]?.find((a) => a.code === this.view.area);
    if (!area || level === 'area' || level === 'comune' || level === 'citta') return null;
    return area.parents[level] ?? null;
  }

  #write(how: 'push' | 'replace'): void {
    if (this.manifest) this.#bar[how](`${this.query}${printCamera(this.camera)}`);
  }

  // ——— what views read ———

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
    return this.#breaks?.breaksFor(values, { ...classing, decimals: table.decimals }) ?? levelTable.breaks;
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
