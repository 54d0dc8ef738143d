import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenariosFolder } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { goldenPath } from '@kefu/server/cli/transcripts';
import { readSources } from '@kefu/server/content/sources';
import { lettersIn } from '@kefu/shared/proof/known-way';
import { type Finding, findingsOf, type KnownWay, proveScript } from '@kefu/shared/proof/prove-script';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { variantFor } from '@kefu/shared/script/case';
import { type Golden, readGolden } from '@kefu/shared/script/golden';
import { type Content, loadContent } from '@kefu/shared/script/load';
import { playRun, type Run, readRuns, type Stage } from '@kefu/shared/script/runs';
import type { Script } from '@kefu/shared/script/schema';
import type { SourceFile } from '@kefu/shared/script/source';
import { type Hear, hearing } from '@kefu/shared/understanding/hear';
import { parse, stringify } from 'yaml';
import { type Mutant, mutantsOf } from './mutants';

/** What noticed a mutant, if anything did. */
export type Catch =
  | 'diagnostics'
  /** A transcript does not come out as it says, or as the golden beside the script has it. */
  | 'transcripts'
  | 'refuted'
  | 'not proved any more'
  | undefined;

const BOUND = 60;

const files = readSources(scenariosFolder());
const recogniser = loadRecogniser();

/** One script of the library with what belongs to it, ready for its mutants. */
export class Suspect {
  readonly id: string;
  readonly mutants: readonly Mutant[];
  private readonly file: SourceFile;
  private readonly others: readonly SourceFile[];
  private readonly runs: readonly Run[];
  private readonly golden: Golden;
  private readonly ears = new Map<string, Hear>();
  private known: ReadonlySet<string> | undefined;

  constructor(file: SourceFile) {
    this.file = file;
    this.id = file.path.replace(/^.*\/|\.yaml$/g, '');
    const raw: unknown = parse(file.text);
    this.mutants = mutantsOf(raw);
    const shop = /^shop: *(\S+)/m.exec(file.text)?.[1];
    this.others = files.filter(
      ({ path }) => /^(?:personas|rubrics)\//.test(path) || path === `shops/${shop}.yaml`,
    );
    const transcripts = files.find(({ path }) => path === file.path.replace(/\.yaml$/, '.runs.yaml'));
    this.golden = readGolden(readFileSync(join(scenariosFolder(), goldenPath(file.path)), 'utf8'));
    this.runs = transcripts ? (readRuns(transcripts, this.personas()).runs?.runs ?? []) : [];
  }

  /** Looks for a mutant in the way of an author: the check, the transcripts, the proof. */
  catch(mutant: Mutant): Catch {
    const content = this.load(stringify(mutant.script));
    if (content.problems.length > 0) return 'diagnostics';
    const ways = this.play(content);
    if (!ways) return 'transcripts';
    const fresh = this.prove(content, ways).filter((finding) => !this.original().has(nameOf(finding)));
    if (fresh.some(({ verdict }) => verdict === 'refuted')) return 'refuted';
    return fresh.length > 0 ? 'not proved any more' : undefined;
  }

  /** What is found in the script without a fault; few mutants come as far as the proof. */
  private original(): ReadonlySet<string> {
    if (this.known) return this.known;
    const content = this.load(stringify(parse(this.file.text)));
    const ways = content.problems.length === 0 && this.play(content);
    if (!ways) throw new Error(`${this.id} has faults already`);
    this.known = new Set(this.prove(content, ways).map(nameOf));
    return this.known;
  }

  private personas(): string[] {
    return [...loadContent(this.others).personas.keys()];
  }

  private load(text: string): Content {
    return loadContent([...this.others, { path: this.file.path, text }]);
  }

  /**
   * Plays every transcript once with each persona and variant.
   * @returns the ways of the runs, unless a transcript does not come out as it should
   */
  private play(content: Content): (KnownWay & { persona: string })[] | undefined {
    const { script, shop, rubric } = this.partsOf(content);
    const stages = new Map<string, Stage>();
    const ways: (KnownWay & { persona: string })[] = [];
    for (const run of this.runs) {
      for (const id of run.personas) {
        const persona = content.personas.get(id)?.value;
        if (!persona) continue;
        const variants = new Set<string>();
        for (const seed of run.seeds) {
          const variant = variantFor(script, seed);
          if (variants.has(variant)) continue;
          variants.add(variant);
          const key = `${id} ${variant}`;
          const stage = stages.get(key) ?? this.stage(makeExercise(script, shop, persona, variant));
          stages.set(key, stage);
          const { complaints, played } = playRun(stage, rubric, run, seed, this.golden);
          if (complaints.length > 0) return undefined;
          ways.push({ persona: id, variant, letters: lettersIn(played.log), model: run.kind === 'model' });
        }
      }
    }
    return ways;
  }

  /** Mutants teach what their script teaches, so that a reply has to be understood only once. */
  private stage(exercise: Stage['exercise']): Stage {
    const { teaching, variant } = exercise.facts;
    const hear = this.ears.get(variant) ?? hearing(recogniser, teaching);
    this.ears.set(variant, hear);
    return { exercise, hear };
  }

  private prove(content: Content, ways: readonly (KnownWay & { persona: string })[]): Finding[] {
    const { script, shop } = this.partsOf(content);
    return findingsOf(
      [...content.personas.values()].map(({ value: persona }) =>
        proveScript(
          script,
          shop,
          persona,
          ways.filter((way) => way.persona === persona.id),
          BOUND,
        ),
      ),
    );
  }

  private partsOf(content: Content) {
    const script: Script | undefined = content.scripts.get(this.id)?.value;
    const shop = script && content.shops.get(script.shop)?.value;
    const rubric = content.rubrics.get('default')?.value;
    if (!script || !shop || !rubric) throw new Error(`${this.id} cannot be read`);
    return { script, shop, rubric };
  }
}

const nameOf = ({ about, what, verdict }: Finding): string => `${about} ${what} ${verdict}`;

/** All scripts of the library, to be mutated. */
export const suspects = (): Suspect[] =>
  files
    .filter(({ path }) => path.startsWith('scripts/') && !path.endsWith('.runs.yaml'))
    .map((file) => new Suspect(file));
