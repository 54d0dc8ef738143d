import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ReceiptSchema, verifyReceipt } from '@kefu/shared/scoring/receipt';
import type { Command } from './command';
import { readContent } from './content';
import { findRecogniser } from './find-recogniser';
import { UsageError } from './usage-error';

/** How much of a differing value is shown, characters. */
const SHOWN = 300;

export const verify: Command = {
  summary: '重新计算并核对成绩凭证 / recompute a receipt and compare',
  usage: [
    'kefu verify RECEIPT.json [--model FILE]',
    '',
    '一致时退出码为 0,不一致为 1。',
    '--model: 凭证所用的识别模型;不写时先看 build/model.json,再看数据文件夹 (KEFU_DATA) 中训练过的模型',
    '         the recogniser of the receipt; without it, build/model.json and those trained in the data folder are tried',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { model: { type: 'string' } },
    });
    const [file] = positionals;
    if (file === undefined) throw new UsageError('需要凭证文件 / name a receipt file');
    const receipt = ReceiptSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
    if (!receipt.success) {
      process.stderr.write(
        `不是有效的成绩凭证 / not a receipt: ${receipt.error.issues[0]?.path.join('.')} ${receipt.error.issues[0]?.message}\n`,
      );
      return 1;
    }
    const { hash } = receipt.data.recogniser;
    const recogniser = await findRecogniser(hash, values.model);
    if (!recogniser) {
      process.stderr.write(missing(hash, values.model));
      return 1;
    }
    const differences = verifyReceipt(receipt.data, readContent(), recogniser);
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

const missing = (hash: string, file: string | undefined): string =>
  [
    `缺少识别模型，无法核对 / the recogniser is missing, nothing was verified: ${hash}`,
    file === undefined
      ? '  在服务器的“识别训练 › 模型”页下载它，再用 --model FILE 指定\n  Download it from the server, Recognition › Models, and name it with --model FILE'
      : `  这是另一个模型 / this is another one: ${file}`,
    '',
  ].join('\n');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
