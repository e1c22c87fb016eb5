import { cellsAt, valuesOf } from '../domain/cells';
import { classColours } from '../domain/colour';
import { legendOf } from '../domain/legend';
import { sentencesOf } from '../domain/sentence';
import type { Cell, Missing } from '../model/cell';
import type { Level } from '../model/ids';
import { LEVELS } from '../model/ids';
import type { Geography, IndicatorSummary, Manifest, Table } from '../model/manifest';
import { mapKindOf } from '../model/unit';
import type { Camera, ViewState } from '../model/view';
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
}

/** Where decisions are written; the browser's history in the app, an array in tests, nothing in an embed. */
export interface AddressBar {
  push(url: string): void;
  replace(url: string): void;
}

/** Nearest of `periods` to `wanted`: itself, else the latest one before it, else the first. */
export function nearestPeriod(periods: readonly string[], wanted: string): string {
  if (periods.includes(wanted)) return wanted;
  return periods.filter((p) => p < wanted).at(-1) ?? periods[0] ?? wanted;
}

/**
 * The one owner of what the atlas shows. Decisions live in `view` and go to the URL; data arrive whole or as a typed error.
 * While a new table is on its way the old one stays on screen, so that a switch paints once.
 */
export class AtlasState {
  view: ViewState = $state.raw({
    indicator: '',
    level: 'area',
    period: '',
    area: null,
    display: 'map',
    lang: 'it',
    theme: 'auto',
    mode: 'full',
  });
  camera: Camera | null = $state.raw(null);
  manifest: Manifest | null = $state.raw(null);
  geography: Geography | null = $state.raw(null);
  table: Table | null = $state.raw(null);
  error: unknown = $state.raw(null);
  problems: LinkProblem[] = $state.raw([]);
  hovered: string | null = $state(null);
  highlightedBin: number | null = $state(null);
  systemDark: boolean = $state(false);
  /** Radius in CSS px of the largest circle as the map draws it at its present size; the legend draws the same. */
  symbolRadius: number = $state(26);
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
    }
    if (next.level !== this.view.level && change.area === undefined) next.area = this.#carryArea(next.level);
    this.view = next;
    this.highlightedBin = null;
    if (change.level || change.area !== undefined) this.hovered = null;
    this.#write(continuous ? 'replace' : 'push');
    if (change.indicator) {
      await this.#load();
      if (!this.error) this.#settle();
    } else if (change.level) this.#settle();
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

  async #load(): Promise<void> {
    const summary = this.manifest?.indicators.find((s) => s.id === this.view.indicator);
    if (!summary) return;
    const turn = ++this.#turn;
    this.error = null;
    try {
      const table = await this.#source.loadTable(summary.table);
      if (turn === this.#turn) this.table = table;
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
    if (!area || level === 'area' || level === 'comune') return null;
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

  colours: string[] = $derived(
    this.summary && this.levelTable
      ? classColours(this.summary.ramp, this.levelTable.breaks, this.dark ? 'dark' : 'light')
      : [],
  );

  /** Publishers and licences behind the figures on screen, each named once: the source line. */
  credits = $derived.by(() => {
    const datasets = this.table?.datasets ?? [];
    const once = (words: string[]) => [...new Set(words)];
    return {
      publishers: once(datasets.map((d) => d.publisher)).join('; '),
      licences: once(datasets.map((d) => d.licence.title)).join(', '),
    };
  });

  mapKind = $derived(this.summary ? mapKindOf(this.summary.measure) : 'choropleth');
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
          breaks: this.levelTable.breaks,
          extent: this.levelTable.extent,
          colours: this.colours,
          unit: this.summary.unit,
          decimals: this.table.decimals,
          lang: this.view.lang,
          missing: this.missing,
        })
      : null,
  );

  sentences = $derived(
    this.summary && this.table && this.geography
      ? sentencesOf({
          lang: this.view.lang,
          summary: this.summary,
          table: this.table,
          geography: this.geography,
          level: this.level,
          period: this.period,
          area: this.selected?.code ?? null,
        })
      : null,
  );
}
