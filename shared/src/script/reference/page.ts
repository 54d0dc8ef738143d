import { ACT_IDS, ACTS } from '../../understanding/acts';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { CODES, DIAGNOSTICS } from '../diagnostics/table';
import { FILE_KINDS, type FileKind } from '../file-kinds';
import { type JsonSchema, jsonSchemaOf } from '../json-schema';
import { fieldsOf, typeOf } from './fields';

/** docs/script-reference.md: every field of every kind of content file, the dialogue acts, and every fault. */
export function referencePage(): string {
  const kinds = FILE_KINDS.map((kind) => ({ kind, schema: jsonSchemaOf(kind) }));
  const shared = new Map(kinds.flatMap(({ schema }) => Object.entries(schema.definitions ?? {})));
  const parts = [
    HEAD,
    ...kinds.map(({ kind, schema }) => kindPart(kind, schema)),
    '## 共用的写法 / What many fields share',
    ...[...shared].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, schema]) => sharedPart(name, schema)),
    actsPart(),
    faultsPart(),
  ];
  return `${parts.join('\n\n')}\n`;
}

const HEAD = `# 剧本参考 / Script reference

本页由字段定义和错误表生成：\`npm run -s kefu -- reference --write\`。入门请看 [scripts.md](scripts.md)。

Made from the definitions of the fields and the table of faults. For an introduction see [scripts.en.md](scripts.en.md).

字段后的 \`*\` 表示必须写；\`.名字\` 表示自己起的名字，\`[]\` 表示列表里的每一项。 / A \`*\` marks what must be written; \`.NAME\` stands for names of your own, \`[]\` for each item of a list.`;

const TABLE = [
  '| 字段 / field | 类型 / type | 默认 / default | 说明 / meaning | 例 / example |',
  '|---|---|---|---|---|',
];

const kindPart = ({ name, title }: FileKind, schema: JsonSchema): string =>
  [
    `## ${title.zh} / ${title.en}`,
    '',
    `编辑器用 / for editors: \`scenarios/schemas/${name}.json\``,
    '',
    ...table(schema),
  ].join('\n');

const sharedPart = (name: string, schema: JsonSchema): string =>
  [`### ${name}`, '', `${typeOf(schema)}`, '', ...table(schema)].join('\n').trimEnd();

function table(schema: JsonSchema): string[] {
  const rows = fieldsOf(schema).map(({ path, required, field }) => {
    const { description = '', default: usual, examples: [example] = [] } = field;
    const cells = [
      `\`${path}\`${required ? ' \\*' : ''}`,
      typeOf(field),
      codeOf(usual),
      description,
      codeOf(example),
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return rows.length === 0 ? [] : [...TABLE, ...rows];
}

const codeOf = (value: unknown): string => (value === undefined ? '' : `\`${JSON.stringify(value)}\``);

const actsPart = (): string =>
  [
    '## 话术行为 / Dialogue acts',
    '',
    '条件里 `act:` 后面写的名字。 / The names that stand after `act:` in conditions.',
    '',
    '| act | 中文 | English |',
    '|---|---|---|',
    ...ACT_IDS.map((id) => `| \`${id}\` | ${ACTS[id].zh} | ${ACTS[id].en} |`),
  ].join('\n');

const faultsPart = (): string =>
  [
    '## 错误 / Faults',
    '',
    '`▶` 是指出的位置。 / `▶` marks the place that is shown.',
    '',
    ...CODES.map(faultPart),
  ].join('\n\n');

function faultPart(code: (typeof CODES)[number]): string {
  const { severity, zh, en, hint, bad, good }: Diagnostic = DIAGNOSTICS[code];
  const shown = (text: string) => (text.length > 400 ? `${text.slice(0, 60)}…` : text);
  return [
    `### ${code}`,
    '',
    `${severity === 'error' ? '错误' : '警告'}：${zh}。 / ${en}.`,
    ...(hint ? ['', `${hint.zh}。 / ${hint.en}.`] : []),
    '',
    '```text',
    shown(bad),
    '```',
    '',
    '改成 / put right:',
    '',
    '```text',
    shown(good),
    '```',
  ].join('\n');
}
