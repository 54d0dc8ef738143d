import type { z } from 'zod';
import { contentHash } from '../hash';
import { type Overlay, OverlaySchema } from '../persona/overlay';
import { type Persona, PersonaSchema } from '../persona/schema';
import { type Rubric, RubricSchema } from '../scoring/rubric';
import { type Platform, PlatformSchema } from '../shop/platform';
import { type Shop, ShopSchema } from '../shop/schema';
import { type Adaptation, AdaptationSchema, adapt, placesOf } from './adaptation';
import { checkScript } from './check';
import { checkDrill, type Drill, DrillSchema } from './drill';
import { type Script, ScriptSchema } from './schema';
import { type Problem, Source, type SourceFile } from './source';

/** A thing read from a file; `hash` identifies its content, whatever the layout of the file. */
export type Loaded<T> = { readonly value: T; readonly hash: string; readonly file: string };

/** `transcripts`: the file with its runs; an adaptation shares those of its script. */
export type LoadedScript = Loaded<Script> & { readonly transcripts: string };

/** All content that could be read, and every fault of what could not. */
export type Content = {
  /** Scripts, and their adaptations to other shops. */
  readonly scripts: ReadonlyMap<string, LoadedScript>;
  readonly shops: ReadonlyMap<string, Loaded<Shop>>;
  readonly personas: ReadonlyMap<string, Loaded<Persona>>;
  readonly overlays: ReadonlyMap<string, Loaded<Overlay>>;
  readonly rubrics: ReadonlyMap<string, Loaded<Rubric>>;
  readonly drills: ReadonlyMap<string, Loaded<Drill>>;
  readonly problems: readonly Problem[];
};

/**
 * Loads the content folder. Never throws: a broken file is left out and every fault of it is reported.
 * @param files all YAML files below `scenarios/`; transcripts (`*.runs.yaml`) are read elsewhere
 */
export function loadContent(files: readonly SourceFile[]): Content {
  const problems: Problem[] = [];
  const yaml = files.filter(({ path }) => path.endsWith('.yaml') && !path.endsWith('.runs.yaml'));
  const below = (folder: string) => yaml.filter(({ path }) => path.startsWith(`${folder}/`));

  const shops = loadAll(below('shops'), ShopSchema, problems);
  const isOverlay = ({ path }: SourceFile) => path.startsWith('personas/overlays/');
  const people = below('personas');
  const bare = people.filter((file) => !isOverlay(file));
  // A shop or persona whose own file is broken is no unknown name elsewhere.
  const namesOf = (files: readonly SourceFile[]) => files.map(({ path }) => nameOf(path));
  const personas = inOrder(
    loadAll(bare, PersonaSchema, problems, (source, { like }) => {
      if (like) source.expect(['like'], 'persona', like, namesOf(bare));
    }),
  );
  const overlays = inOrder(loadAll(people.filter(isOverlay), OverlaySchema, problems));
  const rubrics = loadAll(below('rubrics'), RubricSchema, problems);
  const known = [...personas.values()].map(({ value }) => value);
  const voices = [...known, ...[...overlays.values()].map(({ value }) => value)].flatMap(({ voice }) =>
    Object.keys(voice),
  );
  const names = { shops: namesOf(below('shops')), personas: namesOf(bare), voices };
  const platforms = loadAll(below('platforms'), PlatformSchema, problems);
  const check = (source: Source, script: Script) =>
    checkScript(source, onPlatform(script, platforms), shops, known, names);
  const own = loadAll(below('scripts'), ScriptSchema, problems, check);
  const placed = (script: Script, file: string, written: string): LoadedScript => {
    const value = onPlatform(script, platforms);
    return { value, hash: contentHash(value), file, transcripts: transcriptsOf(written) };
  };
  const scripts = new Map([...own].map(([id, { value, file }]) => [id, placed(value, file, file)]));
  const adaptations = loadAll(below('adaptations'), AdaptationSchema, problems, (source, adaptation) => {
    checkAdaptation(source, adaptation, own, namesOf(below('scripts')), check);
  });
  for (const [id, { value, file }] of adaptations) {
    const base = own.get(value.script);
    if (!base) continue;
    scripts.set(id, placed(adapt(base.value, value), file, base.file));
  }
  const drillNames = {
    scripts: [...namesOf(below('scripts')), ...adaptations.keys()],
    personas: namesOf(bare),
  };
  const drills = inOrder(
    loadAll(below('drills'), DrillSchema, problems, (source, drill) =>
      checkDrill(source, drill, scripts, drillNames),
    ),
  );
  for (const file of yaml) {
    if (!/^(shops|platforms|personas|rubrics|scripts|adaptations|drills)\//.test(file.path)) {
      const source = new Source(file);
      source.report([], 'unknown-place', {});
      problems.push(...source.problems);
    }
  }
  return { scripts, shops, personas, overlays, rubrics, drills, problems };
}

const transcriptsOf = (file: string): string => file.replace(/\.yaml$/, '.runs.yaml');

/** Checks what the adaptation names, then the adapted script like every script. */
function checkAdaptation(
  source: Source,
  adaptation: Adaptation,
  scripts: ReadonlyMap<string, Loaded<Script>>,
  names: readonly string[],
  check: (source: Source, script: Script) => void,
): void {
  source.expect(['script'], 'script', adaptation.script, names);
  const script = scripts.get(adaptation.script)?.value;
  if (!script) return;
  if (scripts.has(adaptation.id))
    source.report(['id'], 'duplicate-id', {
      id: adaptation.id,
      file: scripts.get(adaptation.id)?.file ?? '',
    });
  const expectAll = (key: 'variants' | 'say' | 'cues', kind: 'variant' | 'line' | 'cue', known: string[]) => {
    for (const id of Object.keys(adaptation[key])) source.expect([key, id], kind, id, known, 'key');
  };
  expectAll(
    'variants',
    'variant',
    script.variants.map(({ id }) => id),
  );
  expectAll('say', 'line', placesOf(script));
  expectAll('cues', 'cue', Object.keys(script.cues));
  check(source, adapt(script, adaptation));
}

/** The script with the rules and the manner of its platform, so that it stands for itself wherever it is kept. */
const onPlatform = (script: Script, platforms: ReadonlyMap<string, Loaded<Platform>>): Script => {
  const marketplace = platforms.get(script.platform)?.value;
  return marketplace ? { ...script, marketplace } : script;
};

const inOrder = <T extends { order: number }>(
  loaded: ReadonlyMap<string, Loaded<T>>,
): ReadonlyMap<string, Loaded<T>> =>
  new Map([...loaded].sort(([, a], [, b]) => a.value.order - b.value.order));

/** The name of a file without its folder and ending: the id that it must have. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');

function loadAll<T extends { id: string }>(
  files: readonly SourceFile[],
  schema: z.ZodType<T>,
  problems: Problem[],
  check: (source: Source, value: T) => void = () => {},
): Map<string, Loaded<T>> {
  const loaded = new Map<string, Loaded<T>>();
  for (const file of files) {
    const source = new Source(file);
    const value = source.read(schema);
    if (value) {
      if (nameOf(file.path) !== value.id)
        source.report(['id'], 'wrong-id', { file: nameOf(file.path), id: value.id });
      const other = loaded.get(value.id);
      if (other) source.report(['id'], 'duplicate-id', { id: value.id, file: other.file });
      check(source, value);
      if (!source.broken) loaded.set(value.id, { value, hash: contentHash(value), file: file.path });
    }
    problems.push(...source.problems);
  }
  return loaded;
}
