import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Command } from './command';
import { LineError, readJsonLines } from './json-lines';
import { loadRecogniser } from './load-recogniser';

const RequestSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  context: z.string().nullish(),
});

export const understand: Command = {
  summary: '识别话术行为 / recognise the acts of replies, JSON lines in, JSON lines out',
  usage: [
    'kefu understand [--model FILE] < replies.jsonl',
    '',
    '输入 / in:  {"id":"1","text":"…","context":"…"}',
    '输出 / out: {"id":"1","acts":[{"act":"apologise","confidence":0.98,"start":0,"end":4}]}',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { model: { type: 'string' } } });
    const recogniser = loadRecogniser(values.model);
    try {
      const requests = readJsonLines(await text(process.stdin), RequestSchema);
      const lines = requests.map((request) => {
        const acts = recogniser.recognise(request.text, request.context ?? undefined).map((hit) => ({
          ...hit,
          confidence: Math.round(hit.confidence * 1e4) / 1e4,
        }));
        return `${JSON.stringify({ id: request.id, acts })}\n`;
      });
      process.stdout.write(lines.join(''));
      return 0;
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
};
