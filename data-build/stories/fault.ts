/** Something wrong in a story, at a line of its file. */
export interface Fault {
  file: string;
  line: number;
  /** What is wrong, what was expected, and what to write instead. */
  what: string;
}

/** Everything wrong with one story, or several, in the order of the files: an author mends them in one go. */
export class StoryError extends Error {
  override name = 'StoryError';
  constructor(readonly faults: readonly Fault[]) {
    super(
      `${faults.length === 1 ? 'a story has a fault' : `stories have ${faults.length} faults`}\n` +
        faults.map(({ file, line, what }) => `${file}:${line}: ${what}`).join('\n'),
    );
  }
}

/** Collects faults of one file. */
export class Faults {
  readonly list: Fault[] = [];
  constructor(readonly file: string) {}
  add(line: number, what: string): void {
    this.list.push({ file: this.file, line, what });
  }
  /** Throws when anything was wrong, by line. */
  settle(): void {
    if (this.list.length) throw new StoryError([...this.list].sort((a, b) => a.line - b.line));
  }
}
