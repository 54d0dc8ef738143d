import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { STAGES, StageSchema } from '@kefu/shared/script/kinds';
import { type Scaffold, scaffold } from '@kefu/shared/script/scaffold/scaffold';
import { IdSchema } from '@kefu/shared/script/text';
import type { Command } from './command';
import { readContent, scenariosFolder } from './content';
import { UsageError } from './usage-error';

export const newScript: Command = {
  summary: '新建一个可以直接练习的剧本 / write a new script that can be practised at once',
  usage: [
    `kefu new-script ID [--stage ${STAGES.join('|')}] [--shop ID] [--title TEXT] [--out FOLDER]`,
    '',
    'ID 是文件名：小写英文单词和连字符，例如 cup-size。没有写的选项会问你；不在终端里时用第一个选择。',
    'The ID names the file. What is left out is asked for; without a terminal the first choice is taken.',
    '--out 别的文件夹，默认 scenarios/scripts/阶段 / another folder than scenarios/scripts/STAGE',
    '已有的文件不会被覆盖 / no file is overwritten',
  ].join('\n'),
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        stage: { type: 'string' },
        shop: { type: 'string' },
        title: { type: 'string' },
        out: { type: 'string' },
      },
    });
    const { shops, scripts } = readContent();
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) throw new UsageError('请写一个 ID / one ID, please');
    if (!IdSchema.safeParse(id).success)
      throw new UsageError(
        `“${id}”不能作 ID：只能用小写英文单词和连字符，例如 cup-size / lower-case words and hyphens`,
      );
    const taken = scripts.get(id)?.file;
    if (taken) return refuse(`已经有剧本“${id}”了，换一个 ID / this ID is taken by ${taken}`);

    const stage = StageSchema.parse(await choose('阶段 / stage', values.stage, STAGES));
    const shopId = await choose('店铺 / shop', values.shop, [...shops.keys()]);
    const title = values.title ?? ((await ask(`标题 / title [${id}]: `)) || id);
    const folder = values.out ?? join(scenariosFolder(), 'scripts', stage);
    const shop = shops.get(shopId)?.value;
    const schemas = `${relative(folder, join(scenariosFolder(), 'schemas')).split(sep).join('/')}/`;
    const made = shop && scaffold({ id, title, stage }, shop, schemas);
    if (!made) {
      const fitting = [...shops].filter(([, { value }]) => scaffold({ id, title, stage }, value, schemas));
      const ids = fitting.map(([shopId]) => shopId).join(', ');
      return refuse(
        `店铺“${shopId}”没有适合这个阶段的订单，可以用 / no order of this shop fits the stage; these have some: ${ids}`,
      );
    }
    const written = write(folder, id, made);
    if (written === undefined) return 1;
    process.stdout.write(nextSteps(id, written, values.out === undefined));
    return 0;
  },
};

/** @returns the path of the script, or undefined where one of the files is there already */
function write(folder: string, id: string, { script, runs }: Scaffold): string | undefined {
  const path = join(folder, `${id}.yaml`);
  const runsPath = join(folder, `${id}.runs.yaml`);
  const there = [path, runsPath].find((file) => existsSync(file));
  if (there !== undefined) {
    refuse(`已经有这个文件了，没有覆盖 / this file exists and was left alone: ${there}`);
    return undefined;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, script, { flag: 'wx' });
  writeFileSync(runsPath, runs, { flag: 'wx' });
  return relative(process.cwd(), path);
}

function nextSteps(id: string, path: string, inLibrary: boolean): string {
  const rehearse = `  npm run -s kefu -- rehearse --script ${id} --persona emotional\n`;
  return `写好了 / written: ${path}, ${id}.runs.yaml

接下来 / next:
  npm run -s kefu -- check --runs ${path}
${inLibrary ? rehearse : ''}  docs/scripts.md 讲怎么改成你自己的案例 / docs/scripts.en.md tells how to make it yours
`;
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

/** One of the choices: the given one, else what the person at the terminal types, else the first. */
async function choose(what: string, given: string | undefined, choices: readonly string[]): Promise<string> {
  const [first = ''] = choices;
  const chosen = given ?? ((await ask(`${what} (${choices.join(', ')}) [${first}]: `)) || first);
  if (!choices.includes(chosen))
    throw new UsageError(`没有“${chosen}”，可以写 / there is no such ${what}: ${choices.join(', ')}`);
  return chosen;
}

/** What the person at the terminal answers; nothing where there is no terminal. */
async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim();
}
