import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { readReplies } from '../content/replies';
import { trainInThreads } from '../teaching/train-in-threads';
import type { Command } from './command';
import { LineError } from './json-lines';
import { modelPath, trainingFolder } from './repository';

export const train: Command = {
  summary: '训练识别模型 / learn the recogniser from the labelled replies',
  usage:
    'kefu train [--from FOLDER] [--out FILE]\n\n读取 FOLDER 中的 *.jsonl (默认 scenarios/replies/train),写入 build/model.json。',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { from: { type: 'string' }, out: { type: 'string' } },
    });
    const folder = values.from ?? trainingFolder();
    const out = values.out ?? modelPath();
    const began = Date.now();
    try {
      const rows = readReplies(folder);
      process.stderr.write(`${rows.length} 条回复 / replies\n`);
      const model = await trainInThreads(rows);
      const json = JSON.stringify(model);
      mkdirSync(dirname(out), { recursive: true });
      // Never leave half a model where a server may be reading one.
      writeFileSync(`${out}.part`, json);
      renameSync(`${out}.part`, out);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      process.stderr.write(
        `${model.hash.slice(0, 12)} → ${out} (${(json.length / 1e6).toFixed(1)} MB, ${seconds} s)\n`,
      );
      return 0;
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
};
