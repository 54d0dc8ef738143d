import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenariosFolder } from '@kefu/server/cli/content';
import { generatedFiles } from '@kefu/server/cli/reference';
import { readSources } from '@kefu/server/content/sources';
import { editorLine, FILE_KINDS, kindOf } from '@kefu/shared/script/file-kinds';
import { isSchema, type JsonSchema, jsonSchemaOf } from '@kefu/shared/script/json-schema';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = scenariosFolder();
const files = readSources(folder);
const ajv = new Ajv({ strict: true, strictRequired: false, formats: { date: true } });
const validators = new Map(FILE_KINDS.map((kind) => [kind.name, ajv.compile(jsonSchemaOf(kind))]));
const faultsOf = (path: string, text: string) => {
  const validate = validators.get(kindOf(path)?.name ?? '');
  if (!validate) throw new Error(`no schema for ${path}`);
  validate(parse(text));
  return validate.errors ?? [];
};

describe.each(FILE_KINDS)('the JSON Schema of $name files', (kind) => {
  it('describes every field in Chinese and in English', () => {
    const bare = fieldsOf(jsonSchemaOf(kind)).filter(
      ([, { description }]) => !/\p{Script=Han}.* \/ .*[a-z]/su.test(description ?? ''),
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('accepts every file of the library', () => {
    const own = files.filter(({ path }) => kindOf(path) === kind);
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap(({ path, text }) => faultsOf(path, text).map((fault) => [path, fault]))).toEqual([]);
  });

  it('refuses a field that does not exist and a file that lacks one', () => {
    const [file] = files.filter(({ path }) => kindOf(path) === kind);
    const { path, text } = file ?? { path: '', text: '' };
    expect(faultsOf(path, `${text}\nnonsense: 1\n`)).toMatchObject([{ keyword: 'additionalProperties' }]);
    expect(faultsOf(path, 'nothing: 1').length).toBeGreaterThan(0);
  });
});

it.each([...generatedFiles()])('%s is what the definitions say', (path, text) => {
  // After a change of them: npm run -s kefu -- reference --write
  expect(readFileSync(join(folder, '..', path), 'utf8')).toBe(text);
});

it('every content file names its schema in its first line, so that editors complete and check', () => {
  const lines = files.map(({ path, text }) => [path, text.split('\n')[0]]);
  expect(lines).toEqual(files.map(({ path }) => [path, editorLine(path)]));
  for (const { path, text } of files) {
    const [, schema = ''] = /\$schema=(\S+)/.exec(text) ?? [];
    expect(existsSync(join(folder, path, '..', schema)), path).toBe(true);
  }
});

/** Every field of a schema with its path, those of its definitions included. */
function fieldsOf(schema: JsonSchema, path = ''): [string, JsonSchema][] {
  const within = (part: unknown, step: string): [string, JsonSchema][] =>
    isSchema(part) ? fieldsOf(part, `${path}${step}`) : [];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]): [string, JsonSchema][] =>
      isSchema(field) ? [[`${path}.${name}`, field], ...within(field, `.${name}`)] : [],
    ),
    ...within(schema.additionalProperties, '.*'),
    ...[schema.items ?? []].flat().flatMap((item) => within(item, '[]')),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((part) =>
      within(part, ''),
    ),
    ...Object.entries(schema.definitions ?? {}).flatMap(([name, part]) => within(part, `#${name}`)),
  ];
}
