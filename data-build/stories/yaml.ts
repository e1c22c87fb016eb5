import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import { LANGS, type Lang } from '../../src/model/ids';
import type { Faults } from './fault';
import { didYouMean } from './nearest';

/** A piece of a story and the line it begins at. */
export interface Located<T = string> {
  value: T;
  line: number;
}
export type Words = Record<Lang, Located>;

/**
 * A YAML mapping whose entries know their lines. `start` is the line of the file on which the text begins. Keys outside `known`
 * are faults, as is anything that is no mapping; then there is nothing to read and null comes back.
 */
export class Block {
  private constructor(
    private readonly map: YAMLMap<Node, Node | null>,
    private readonly lines: LineCounter,
    private readonly faults: Faults,
    readonly start: number,
  ) {}

  static read(text: string, start: number, known: readonly string[], faults: Faults): Block | null {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const at = (offset: number) => start + lines.linePos(offset).line - 1;
    for (const error of document.errors)
      faults.add(at(error.pos[0]), `this is no valid YAML: ${error.message}`);
    if (document.errors.length) return null;
    if (!isMap(document.contents)) {
      faults.add(start, 'expected "key: value" lines');
      return null;
    }
    const map = document.contents as unknown as YAMLMap<Node, Node | null>;
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!known.includes(name))
        faults.add(at(key.range?.[0] ?? 0), `unknown key "${name}"${didYouMean(name, known)}`);
    }
    return new Block(map, lines, faults, start);
  }

  private node(key: string): Node | null {
    const pair = this.map.items.find((item) => isScalar(item.key) && item.key.value === key);
    return pair?.value ?? null;
  }
  private lineOf(node: Node): number {
    return this.start + this.lines.linePos(node.range?.[0] ?? 0).line - 1;
  }
  has(key: string): boolean {
    return this.node(key) !== null;
  }

  /** A text; missing or empty is a fault unless `optional`. Numbers come as they are written. */
  text(key: string, { optional = false } = {}): Located | null {
    const node = this.node(key);
    if (node === null) {
      if (!optional) this.faults.add(this.start, `missing "${key}"`);
      return null;
    }
    const value = isScalar(node) ? scalarText(node) : '';
    if (value.trim()) return { value: value.trim(), line: this.lineOf(node) };
    this.faults.add(this.lineOf(node), `"${key}" must be a text`);
    return null;
  }

  /** `{ it: …, en: … }`; a missing language is a fault. */
  words(key: string, { optional = false } = {}): Words | null {
    const node = this.node(key);
    if (node === null) {
      if (!optional) this.faults.add(this.start, `missing "${key}": write { it: "…", en: "…" }`);
      return null;
    }
    const line = this.lineOf(node);
    if (!isMap(node)) {
      this.faults.add(line, `"${key}" needs both languages: { it: "…", en: "…" }`);
      return null;
    }
    const found: Partial<Words> = {};
    for (const { key: k, value } of (node as unknown as YAMLMap<Node, Node | null>).items) {
      const lang = isScalar(k) ? String(k.value) : '';
      if (!(LANGS as readonly string[]).includes(lang))
        this.faults.add(line, `"${key}" has an unknown language "${lang}"; there are ${LANGS.join(', ')}`);
      else if (value && isScalar(value) && scalarText(value).trim())
        found[lang as Lang] = { value: scalarText(value).trim(), line: this.lineOf(value) };
    }
    const missing = LANGS.filter((lang) => !found[lang]);
    for (const lang of missing) this.faults.add(line, `"${key}" has no text in "${lang}"`);
    return missing.length ? null : (found as Words);
  }

  /** `[a, b]`, or one entry without brackets; [] when the key is not there. */
  list(key: string): Located<string[]> {
    const node = this.node(key);
    if (node === null) return { value: [], line: this.start };
    const line = this.lineOf(node);
    const items = isSeq(node) ? (node.items as Node[]) : [node];
    const value = items.map((item) => (isScalar(item) ? scalarText(item).trim() : ''));
    if (value.some((entry) => !entry)) this.faults.add(line, `"${key}" must be a list such as [a, b]`);
    return { value: value.filter(Boolean), line };
  }
}

/** As written: a code `012` keeps its zero, a year is no number. Quotes are taken off. */
function scalarText(node: { value: unknown; source?: string; type?: string }): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value ?? ''));
}
