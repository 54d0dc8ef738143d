import { setImmediate } from 'node:timers/promises';
import type { Content } from '@kefu/shared/script/load';
import { type Runs, RunsSchema } from '@kefu/shared/script/runs';
import { Source, type SourceFile } from '@kefu/shared/script/source';

/** How many failure transcripts of a script show a mistake of which measure. */
export type Trains = Readonly<Record<string, number>>;

/** The transcripts of the scripts (`*.runs.yaml`), read when they are first asked for: a file takes some 20 ms. */
export class Transcripts {
  private readonly known = new Map<string, Runs | undefined>();
  private readonly files: ReadonlyMap<string, SourceFile>;
  private training: Promise<ReadonlyMap<string, Trains>> | undefined;

  /** An adaptation has those of its script. */
  constructor(files: readonly SourceFile[], scripts: Content['scripts']) {
    const byPath = new Map(files.map((file) => [file.path, file]));
    this.files = new Map(
      [...scripts].flatMap(([id, { transcripts }]) => {
        const file = byPath.get(transcripts);
        return file ? [[id, file] as const] : [];
      }),
    );
  }

  /** Undefined where a script has none that can be read. */
  of(script: string): Runs | undefined {
    if (!this.known.has(script)) {
      const file = this.files.get(script);
      this.known.set(script, file && new Source(file).read(RunsSchema));
    }
    return this.known.get(script);
  }

  /** What each script trains. Others are served between file and file. */
  trains(): Promise<ReadonlyMap<string, Trains>> {
    this.training ??= this.readAll();
    return this.training;
  }

  private async readAll(): Promise<ReadonlyMap<string, Trains>> {
    const all = new Map<string, Trains>();
    for (const script of this.files.keys()) {
      const counts: Record<string, number> = {};
      for (const { faults } of this.of(script)?.runs ?? []) {
        for (const fault of faults) counts[fault] = (counts[fault] ?? 0) + 1;
      }
      all.set(script, counts);
      await setImmediate();
    }
    return all;
  }
}
