import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCase, variantsOf } from '@kefu/shared/script/case';
import { compileCustomer } from '@kefu/shared/script/compile';
import { mermaidOf } from '@kefu/shared/script/graph';
import type { Command } from './command';
import { readContent } from './content';
import { UsageError } from './usage-error';

export const graph: Command = {
  summary: '画出剧本的流程图 / draw a script as a state diagram',
  usage:
    'kefu graph SCRIPT [--persona ID] [--variant ID] [--out FOLDER]\n\n打印 Mermaid；--out 时写入 SCRIPT.mmd 和 SCRIPT.xstate.json\nprints Mermaid; with --out writes SCRIPT.mmd and the XState machine as SCRIPT.xstate.json',
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { persona: { type: 'string' }, variant: { type: 'string' }, out: { type: 'string' } },
    });
    const [id] = positionals;
    const { scripts, shops, personas } = readContent();
    const script = scripts.get(id ?? '')?.value;
    if (!script) {
      throw new UsageError(`没有这个剧本 / no such script: ${id ?? ''}（${[...scripts.keys()].join(', ')}）`);
    }
    const persona = personas.get(values.persona ?? [...personas.keys()][0] ?? '')?.value;
    if (!persona) throw new UsageError(`没有这个画像 / no such persona: ${values.persona}`);
    const shop = shops.get(script.shop)?.value;
    if (!shop) throw new UsageError(`没有这个店铺 / no such shop: ${script.shop}`);
    const variant = values.variant ?? variantsOf(script)[0] ?? '';
    if (!variantsOf(script).includes(variant)) {
      throw new UsageError(`没有这个变体 / no such variant: ${variant}（${variantsOf(script).join(', ')}）`);
    }
    const facts = makeCase(script, shop, persona, variant);
    const mermaid = mermaidOf(facts);
    if (values.out === undefined) {
      process.stdout.write(mermaid);
      return 0;
    }
    mkdirSync(values.out, { recursive: true });
    writeFileSync(join(values.out, `${script.id}.mmd`), mermaid);
    writeFileSync(
      join(values.out, `${script.id}.xstate.json`),
      `${JSON.stringify(compileCustomer(facts).toJSON(), null, 2)}\n`,
    );
    return 0;
  },
};
