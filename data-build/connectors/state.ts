import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is remembered of one address, so that an unchanged file is not asked for twice. */
export interface Known {
  etag?: string;
  lastModified?: string;
  /** Of the decoded body on disk. */
  bytes: number;
  sha256: string;
  /** ISO instant of the last answer, 304 included. */
  checked: string;
}

/** A download that was cut: what has arrived, and the strong validator that lets it go on. */
export interface Partial {
  /** Strong ETag, or a Last-Modified old enough to count as one (RFC 9110, 8.8.2.2). */
  validator: string;
  /** Content coding of the bytes that stand in the part file. */
  encoding: string;
}

/** Requests a host has had: instants of the last minute, count of the day. */
export interface HostCount {
  recent: number[];
  day: string;
  count: number;
}

interface StateFile {
  known: Record<string, Known>;
  partial: Record<string, Partial>;
  hosts: Record<string, HostCount>;
}

/** The small JSON file beside the cached bodies. A broken one is dropped: it only costs a download. */
export class DownloadState {
  private readonly data: StateFile;

  constructor(readonly path: string) {
    this.data = { known: {}, partial: {}, hosts: {} };
    if (!existsSync(path)) return;
    try {
      const read = JSON.parse(readFileSync(path, 'utf8')) as globalThis.Partial<StateFile> | null;
      Object.assign(this.data.known, read?.known);
      Object.assign(this.data.partial, read?.partial);
      Object.assign(this.data.hosts, read?.hosts);
    } catch {
      // As said above.
    }
  }

  known(url: string): Known | undefined {
    return this.data.known[url];
  }

  remember(url: string, known: Known): void {
    this.data.known[url] = known;
    delete this.data.partial[url];
    this.save();
  }

  partial(url: string): Partial | undefined {
    return this.data.partial[url];
  }

  setPartial(url: string, partial: Partial | undefined): void {
    if (partial) this.data.partial[url] = partial;
    else delete this.data.partial[url];
    this.save();
  }

  host(name: string): HostCount {
    return (this.data.hosts[name] ??= { recent: [], day: '', count: 0 });
  }

  /** Written beside, then renamed in: a run killed here leaves the old file or the new one. */
  save(): void {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(`${this.path}.new`, JSON.stringify(this.data, null, 2) + '\n');
    renameSync(`${this.path}.new`, this.path);
  }
}
