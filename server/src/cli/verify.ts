import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ReceiptSchema, verifyReceipt } from '@kefu/shared/scoring/receipt';
import type { Command } from './command';
import { readContent } from './content';
import { loadRecogniser } from './load-recogniser';
import { UsageError } from './usage-error';

/** How much of a differing value is shown, characters. */
const SHOWN = 300;

export const verify: Command = {
  summary: '重新计算并核对成绩凭证 / recompute a receipt and compare',
  usage: 'kefu verify RECEIPT.json\n\n一致时退出码为 0,不一致为 1。',
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [file] = positionals;
    if (file === undefined) throw new UsageError('需要凭证文件 / name a receipt file');
    const receipt = ReceiptSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
    if (!receipt.success) {
      process.stderr.write(
        `不是有效的成绩凭证 / not a receipt: ${receipt.error.issues[0]?.path.join('.')} ${receipt.error.issues[0]?.message}\n`,
      );
      return 1;
    }
    const differences = verifyReceipt(receipt.data, readContent(), loadRecogniser());
    for (const { what, receipt: stated, computed } of differences) {
      process.stderr.write(
        `不一致 / differs: ${what}\n  凭证 / receipt : ${stated.slice(0, SHOWN)}\n  重算 / computed: ${computed.slice(0, SHOWN)}\n`,
      );
    }
    if (differences.length > 0) return 1;
    process.stdout.write(`一致 / verified: ${receipt.data.script.id}, ${receipt.data.scorecard.total}\n`);
    return 0;
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
