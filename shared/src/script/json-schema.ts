import { z } from 'zod';
import { ClaimSchema } from './claim';
import { ConditionSchema } from './condition';
import { FactSchema } from './fact';
import type { FileKind } from './file-kinds';
import { BilingualSchema, PoolSchema } from './text';

/** A JSON Schema of draft 7, which editors know best. */
export type JsonSchema = z.core.JSONSchema.BaseSchema & {
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
};

/** `true` and `false` are schemas, too, but say nothing of fields. */
export const isSchema = (part: unknown): part is JsonSchema => typeof part === 'object' && part !== null;

/** What many fields have in common; each stands once in a schema, under its name. */
const SHARED = z
  .registry<{ id: string }>()
  .add(BilingualSchema, { id: 'bilingual' })
  .add(PoolSchema, { id: 'pool' })
  .add(ConditionSchema, { id: 'condition' })
  .add(FactSchema, { id: 'fact' })
  .add(ClaimSchema, { id: 'claim' });

/** The JSON Schema of a kind of file, by which editors complete and check what trainers write. */
export function jsonSchemaOf({ title, schema }: FileKind): JsonSchema {
  const form: JsonSchema = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    metadata: SHARED,
    override: ({ zodSchema, jsonSchema }) => {
      const { description, examples } = z.globalRegistry.get(zodSchema) ?? {};
      if (description !== undefined) jsonSchema.description = description;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
      // Figures with two decimals are no exact multiples in binary; the check itself knows better.
      delete jsonSchema.multipleOf;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return { title: `${title.zh} / ${title.en}`, ...withoutNumbers(form) };
}

/** Where a cycle is met first, a part of a shared schema gets a numbered definition: it belongs where it is used. */
function withoutNumbers({ definitions = {}, ...form }: JsonSchema): JsonSchema {
  const numbered = (key: string) => key.startsWith('__');
  const inline = (_: string, value: unknown): unknown => {
    const ref = typeof value === 'object' && value !== null && '$ref' in value ? String(value.$ref) : '';
    const name = ref.replace('#/definitions/', '');
    return numbered(name) ? definitions[name] : value;
  };
  const named = Object.fromEntries(Object.entries(definitions).filter(([key]) => !numbered(key)));
  return JSON.parse(JSON.stringify({ ...form, definitions: named }, inline));
}
