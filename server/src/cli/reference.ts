import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FILE_KINDS } from '@kefu/shared/script/file-kinds';
import { jsonSchemaOf } from '@kefu/shared/script/json-schema';
import { referencePage } from '@kefu/shared/script/reference/page';
import type { Command } from './command';
import { repositoryRoot } from './repository';

/** What is made from the schemas and the table of faults, by its path in the repository. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['docs/script-reference.md', referencePage()],
    ...FILE_KINDS.map((kind): [string, string] => [
      `scenarios/schemas/${kind.name}.json`,
      `${JSON.stringify(jsonSchemaOf(kind), null, 1)}\n`,
    ]),
  ]);

export const reference: Command = {
  summary: '剧本字段和错误一览 / every field of scripts and every fault that is found',
  usage: [
    'kefu reference [--write]',
    '',
    '打印 docs/script-reference.md；--write 写入它和 scenarios/schemas，改了字段以后用。',
    'Prints the reference; --write writes it and the JSON Schemas, after a change of the fields.',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { write: { type: 'boolean', default: false } },
    });
    if (!values.write) {
      process.stdout.write(referencePage());
      return 0;
    }
    for (const [path, text] of generatedFiles()) {
      writeFileSync(join(repositoryRoot(), path), text);
      process.stdout.write(`${path}\n`);
    }
    return 0;
  },
};
