import type { z } from 'zod';
import { contentHash } from '../hash';
import { type Overlay, OverlaySchema } from '../persona/overlay';
import { type Persona, PersonaSchema } from '../persona/schema';
import { type Rubric, RubricSchema } from '../scoring/rubric';
import { type Shop, ShopSchema } from '../shop/schema';
import { checkScript } from './check';
import { type Script, ScriptSchema } from './schema';
import { type Problem, Source, type SourceFile } from './source';

/** A thing read from a file; `hash` identifies its content, whatever the layout of the file. */
export type Loaded<T> = { readonly value: T; readonly hash: string; readonly file: string };

/** All content that could be read, and every fault of what could not. */
export type Content = {
  readonly scripts: ReadonlyMap<string, Loaded<Script>>;
  readonly shops: ReadonlyMap<string, Loaded<Shop>>;
  readonly personas: ReadonlyMap<string, Loaded<Persona>>;
  readonly overlays: ReadonlyMap<string, Loaded<Overlay>>;
  readonly rubrics: ReadonlyMap<string, Loaded<Rubric>>;
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
  const personas = inOrder(
    loadAll(
      people.filter((file) => !isOverlay(file)),
      PersonaSchema,
      problems,
    ),
  );
  const overlays = inOrder(loadAll(people.filter(isOverlay), OverlaySchema, problems));
  const rubrics = loadAll(below('rubrics'), RubricSchema, problems);
  const scripts = loadAll(below('scripts'), ScriptSchema, problems, (source, script) =>
    checkScript(
      source,
      script,
      shops.get(script.shop)?.value,
      [...personas.values()].map(({ value }) => value),
    ),
  );
  for (const { path } of yaml) {
    if (!/^(shops|personas|rubrics|scripts|drills)\//.test(path)) {
      problems.push({
        file: path,
        line: 1,
        column: 1,
        code: 'unknown-place',
        message: '文件要放在 shops、personas、rubrics 或 scripts 文件夹里',
        severity: 'error',
      });
    }
  }
  return { scripts, shops, personas, overlays, rubrics, problems };
}

const inOrder = <T extends { order: number }>(
  loaded: ReadonlyMap<string, Loaded<T>>,
): ReadonlyMap<string, Loaded<T>> =>
  new Map([...loaded].sort(([, a], [, b]) => a.value.order - b.value.order));

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
      if (!file.path.endsWith(`/${value.id}.yaml`))
        source.report(['id'], 'wrong-id', `id 要和文件名一致：${value.id}`);
      const other = loaded.get(value.id);
      if (other) source.report(['id'], 'duplicate-id', `id “${value.id}”已被 ${other.file} 使用`);
      check(source, value);
      if (!source.broken) loaded.set(value.id, { value, hash: contentHash(value), file: file.path });
    }
    problems.push(...source.problems);
  }
  return loaded;
}
