import { defaultDisplay } from '../domain/display';
import { nearestPeriod } from '../domain/period';
import type { Level } from '../model/ids';
import type { FileRef, Geography, IndicatorSummary, Manifest, Table } from '../model/manifest';
import type { Camera, ViewState } from '../model/view';
import type { GenericSchema, InferOutput } from 'valibot';
import { AtlasReading } from './reading.svelte';
import { defaultLevel, parseCamera, parseShell, parseView, printCamera, printView } from './url';

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
export class AtlasState extends AtlasReading {
  #turn = 0;
  #source: DataSource;
  #bar: AddressBar;

  constructor(source: DataSource, bar: AddressBar, search = '', hash = '') {
    super();
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
      if (!this.error) {
        this.#settle();
        this.#refuseKind();
      }
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
        classing && !this.breaksFrom ? import('../domain/breaks').then((m) => (this.breaksFrom = m)) : null,
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

  /**
   * A link opened cold may ask for a kind of map that its topic does not carry: that is said, where a reader who changes topic just gets
   * the topic's own map. Charts and comparisons have no kind.
   */
  #refuseKind(): void {
    const { kind, page, display, compare } = this.view;
    if (!kind || page !== 'explore' || display === 'charts' || compare !== 'none') return;
    if (this.kinds.includes(kind)) return;
    this.problems = [...this.problems, { key: 'k', raw: kind, used: this.mapKind, unfit: true }];
    this.view = { ...this.view, kind: null };
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
}
