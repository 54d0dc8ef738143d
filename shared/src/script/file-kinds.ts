import type { z } from 'zod';
import { OverlaySchema } from '../persona/overlay';
import { PersonaSchema } from '../persona/schema';
import { RubricSchema } from '../scoring/rubric';
import { PlatformSchema } from '../shop/platform';
import { ShopSchema } from '../shop/schema';
import { AdaptationSchema } from './adaptation';
import { DrillSchema } from './drill';
import { RunsSchema } from './runs';
import { ScriptSchema } from './schema';
import type { Bilingual } from './text';

/** A kind of content file: which files are of it, what they must be, and what people call it. */
export type FileKind = {
  readonly name: string;
  readonly title: Bilingual;
  readonly files: RegExp;
  readonly schema: z.ZodType;
};

/** Every kind of content file. The JSON Schemas and the reference are made from this list; the first that fits a path counts. */
export const FILE_KINDS: readonly FileKind[] = [
  {
    name: 'script',
    title: { zh: '剧本', en: 'Script' },
    files: /^scripts\/.*(?<!\.runs)\.yaml$/,
    schema: ScriptSchema,
  },
  {
    name: 'runs',
    title: { zh: '样例对话', en: 'Transcripts' },
    files: /^scripts\/.*\.runs\.yaml$/,
    schema: RunsSchema,
  },
  {
    name: 'adaptation',
    title: { zh: '类目改编', en: 'Adaptation' },
    files: /^adaptations\/.*\.yaml$/,
    schema: AdaptationSchema,
  },
  {
    name: 'overlay',
    title: { zh: '叠加状态', en: 'Overlay' },
    files: /^personas\/overlays\/.*\.yaml$/,
    schema: OverlaySchema,
  },
  {
    name: 'persona',
    title: { zh: '客户画像', en: 'Persona' },
    files: /^personas\/.*\.yaml$/,
    schema: PersonaSchema,
  },
  { name: 'shop', title: { zh: '店铺', en: 'Shop' }, files: /^shops\/.*\.yaml$/, schema: ShopSchema },
  {
    name: 'platform',
    title: { zh: '平台', en: 'Platform' },
    files: /^platforms\/.*\.yaml$/,
    schema: PlatformSchema,
  },
  {
    name: 'drill',
    title: { zh: '组合练习', en: 'Drill' },
    files: /^drills\/.*\.yaml$/,
    schema: DrillSchema,
  },
  {
    name: 'rubric',
    title: { zh: '评分标准', en: 'Rubric' },
    files: /^rubrics\/.*\.yaml$/,
    schema: RubricSchema,
  },
];

export const kindOf = (path: string): FileKind | undefined =>
  FILE_KINDS.find(({ files }) => files.test(path));

/** The first line of a content file, by which editors find its schema; undefined for a path that is of no kind. */
export function editorLine(path: string): string | undefined {
  const kind = kindOf(path);
  const up = '../'.repeat(path.split('/').length - 1);
  return kind && `# yaml-language-server: $schema=${up}schemas/${kind.name}.json`;
}
