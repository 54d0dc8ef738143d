import { createInterface } from 'node:readline';
import type { Entry } from '@kefu/shared/rehearsal/entry';
import type { Exercise } from '@kefu/shared/rehearsal/exercise';
import { MoveSchema, type Played } from '@kefu/shared/rehearsal/play';
import { type Input, nextWake, start, step } from '@kefu/shared/rehearsal/step';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { prepareTeaching, understand } from '@kefu/shared/understanding/understand';
import { transcriptLine } from './result';

const HELP = '直接输入回复;/do 操作名 {参数} 执行操作，例如 /do look-up-order;Ctrl-D 结束输入。\n\n';

/** A rehearsal in the terminal, in real time, until the customer ends it. */
export function chat(
  exercise: Exercise,
  recogniser: Recogniser,
  seed: number,
  pace: number,
): Promise<Played> {
  const teaching = prepareTeaching(recogniser, exercise.facts.teaching);
  const began = Date.now();
  const now = () => Date.now() - began;
  const first = start(exercise, seed, pace);
  const log: Entry[] = [...first.entries];
  let { state } = first;
  let timer: NodeJS.Timeout | undefined;
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  process.stdout.write(`${exercise.facts.script.brief.zh}\n${HELP}`);

  return new Promise((resolve) => {
    const take = (input: Input) => {
      const next = step(exercise, state, input);
      state = next.state;
      log.push(...next.entries);
      for (const entry of next.entries)
        if (entry.kind !== 'reply') process.stdout.write(`\r${transcriptLine(entry)}`);
      clearTimeout(timer);
      if (state.over) {
        lines.close();
        resolve({ log, until: state.now, state });
        return;
      }
      lines.prompt(true);
      const wake = nextWake(state);
      if (wake !== undefined)
        timer = setTimeout(() => take({ type: 'tick', at: now() }), Math.max(0, wake - now()));
    };
    let moves = 0;
    lines.on('line', (line) => {
      if (line.trim() === '' || state.over) return lines.prompt();
      moves += 1;
      const id = `move-${moves}`;
      if (!line.startsWith('/do ')) {
        const understood = understand(recogniser, teaching, line, state.lastHeard);
        return take({ type: 'reply', at: now(), id, text: line, understood });
      }
      const [, name = '', form = ''] = /^\/do +(\S+) *(.*)$/.exec(line) ?? [];
      const move = MoveSchema.safeParse({ at: 0, do: name, ...(form && { with: jsonOrText(form) }) });
      if (move.success && 'action' in move.data)
        return take({ type: 'action', at: now(), id, action: move.data.action });
      process.stdout.write(`${move.error?.issues[0]?.message ?? '操作不正确'}\n`);
      return lines.prompt();
    });
    take({ type: 'tick', at: 0 });
  });
}

function jsonOrText(form: string): unknown {
  try {
    return JSON.parse(form);
  } catch {
    return form;
  }
}
