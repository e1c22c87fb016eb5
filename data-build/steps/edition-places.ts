import { InputError, type RefreshContext } from '../model';
import { parseTidy } from '../tidy-csv';
import { expandSaints, normaliseName } from './parse-names';

type At = { file: string; line?: number; column: string };

/** Codes of areas and zone by name, from the refreshed geography. */
export class Places {
  private areas = new Map<string, string>();
  private zone = new Map<string, string>();
  private prossimita = new Map<string, string>();
  private quartieri = new Map<string, string>();

  /** Reads `hierarchy.csv`. */
  load(text: string | undefined): void {
    if (text === undefined) return;
    this.areas = new Map();
    this.zone = new Map();
    this.prossimita = new Map();
    this.quartieri = new Map();
    for (const row of parseTidy(Buffer.from(text))) {
      const get = (column: string): string => row[column] ?? '';
      this.areas.set(normaliseName(get('area_name')), get('area'));
      this.zone.set(normaliseName(get('zona_name')), get('zona'));
      this.prossimita.set(normaliseName(get('prossimita_name')), get('prossimita'));
      for (const level of ['area', 'zona']) this.quartieri.set(get(level), get('quartiere_name'));
    }
  }

  areaCode(name: string, at: At): string {
    return this.find(this.areas, name, at, 'area statistica');
  }

  zonaCode(name: string, at: At): string {
    return this.find(this.zone, expandSaints(name), at, 'zona');
  }

  prossimitaCode(name: string, at: At): string {
    return this.find(this.prossimita, expandSaints(name), at, 'zona di prossimità');
  }

  areaCodes(): string[] {
    return [...this.areas.values()];
  }

  zonaCodes(): string[] {
    return [...this.zone.values()];
  }

  prossimitaCodes(): string[] {
    return [...this.prossimita.values()];
  }

  quartiereOf(code: string): string | undefined {
    return this.quartieri.get(code);
  }

  /** The part of a refresh's context that asks here. */
  get lookups(): Omit<RefreshContext, 'read' | 'has' | 'warn'> {
    return {
      areaCode: (name, at) => this.areaCode(name, at),
      zonaCode: (name, at) => this.zonaCode(name, at),
      prossimitaCode: (name, at) => this.prossimitaCode(name, at),
      areaCodes: () => this.areaCodes(),
      zonaCodes: () => this.zonaCodes(),
      prossimitaCodes: () => this.prossimitaCodes(),
      quartiereOf: (code) => this.quartiereOf(code),
    };
  }

  private find(names: ReadonlyMap<string, string>, name: string, at: At, what: string): string {
    const code = names.get(normaliseName(name));
    if (code !== undefined) return code;
    throw new InputError(
      at,
      names.size === 0
        ? 'the geography dataset, refreshed first'
        : `the name of one of the ${names.size} (${what})`,
      JSON.stringify(name),
      'If it is another spelling, add it to the dataset’s aliases with the reason.',
    );
  }
}
