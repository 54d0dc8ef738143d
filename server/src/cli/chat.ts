import { createInterface, type Interface } from 'node:readline';
import type { Entry } from '@kefu/shared/rehearsal/entry';
import type { Exercise } from '@kefu/shared/rehearsal/exercise';
import { MoveSchema, type Played } from '@kefu/shared/rehearsal/play';
import type { RehearsalState } from '@kefu/shared/rehearsal/state';
import { type Input, nextWake, start, step } from '@kefu/shared/rehearsal/step';
import { type Hear, hearing } from '@kefu/shared/understanding/hear';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { transcriptLine } from './result';

const HELP = '直接输入回复;/do 操作名 {参数} 执行操作，例如 /do look-up-order;Ctrl-D 结束输入。\n';
const HELP_SEVERAL = '几位客户同时接待：每行前面写第几位，例如 2 您好 或 2 /do look-up-order。\n';

/** A customer in the terminal; `from` is when it comes, ms after the others' start. */
export type TerminalCustomer = { readonly exercise: Exercise; readonly seed: number; readonly from: number };

/** Rehearsals in the terminal, in real time, until all customers have ended them. */
export async function chat(
  customers: readonly TerminalCustomer[],
  recogniser: Recogniser,
  pace: number,
): Promise<Played[]> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  const several = customers.length > 1;
  customers.forEach(({ exercise: { facts } }, index) => {
    process.stdout.write(
      `${several ? `${index + 1}. ${facts.script.customer.name}：` : ''}${facts.script.brief.zh}\n`,
    );
    for (const { who, at, text } of facts.script.botLog ?? [])
      process.stdout.write(`  ${at.slice(11)} ${who === 'bot' ? '机器人' : '客户'}  ${text}\n`);
  });
  process.stdout.write(`${HELP}${several ? HELP_SEVERAL : ''}\n`);
  const talks = customers.map(
    (customer, index) => new Talk(customer, recogniser, pace, several ? `${index + 1}` : '', lines),
  );
  lines.on('line', (line) => {
    const [, number, text] = several ? (/^\s*(\d+)\s*(.*)$/.exec(line) ?? []) : ['', '1', line];
    talks[Number(number) - 1]?.hear(text ?? '');
    lines.prompt();
  });
  const played = await Promise.all(talks.map(({ over }) => over));
  lines.close();
  return played;
}

/** A single rehearsal in the terminal. */
export async function chatAlone(
  exercise: Exercise,
  recogniser: Recogniser,
  seed: number,
  pace: number,
): Promise<Played> {
  const [played] = await chat([{ exercise, seed, from: 0 }], recogniser, pace);
  if (!played) throw new Error('nobody came');
  return played;
}

/** One conversation of the terminal with its own clock. */
class Talk {
  readonly over: Promise<Played>;
  private readonly exercise: Exercise;
  private readonly understand: Hear;
  private readonly mark: string;
  private readonly lines: Interface;
  private readonly began: number;
  private readonly log: Entry[] = [];
  private state: RehearsalState;
  private timer: NodeJS.Timeout | undefined;
  private moves = 0;
  private end: (played: Played) => void = () => {};

  constructor(
    { exercise, seed, from }: TerminalCustomer,
    recogniser: Recogniser,
    pace: number,
    mark: string,
    lines: Interface,
  ) {
    this.exercise = exercise;
    this.understand = hearing(recogniser, exercise.facts.teaching);
    this.mark = mark;
    this.lines = lines;
    this.began = Date.now() + from;
    const first = start(exercise, seed, pace);
    this.log.push(...first.entries);
    this.state = first.state;
    this.over = new Promise((resolve) => {
      this.end = resolve;
    });
    this.timer = setTimeout(() => this.take({ type: 'tick', at: 0 }), from);
  }

  private get now(): number {
    return Date.now() - this.began;
  }

  /** A line that was typed: a reply or an action. Before the customer is there nothing is said. */
  hear(line: string): void {
    if (line.trim() === '' || this.state.over || this.now < 0) return;
    this.moves += 1;
    const id = `move-${this.moves}`;
    const at = this.now;
    if (!line.startsWith('/do ')) {
      const understood = this.understand(line, this.state.lastHeard);
      this.take({ type: 'reply', at, id, text: line, understood });
      return;
    }
    const [, name = '', form = ''] = /^\/do +(\S+) *(.*)$/.exec(line) ?? [];
    const move = MoveSchema.safeParse({ at: 0, do: name, ...(form && { with: jsonOrText(form) }) });
    if (move.success && 'action' in move.data)
      this.take({ type: 'action', at, id, action: move.data.action });
    else process.stdout.write(`${move.error?.issues[0]?.message ?? '操作不正确'}\n`);
  }

  private take(input: Input): void {
    const next = step(this.exercise, this.state, input);
    this.state = next.state;
    this.log.push(...next.entries);
    for (const entry of next.entries)
      if (entry.kind !== 'reply') process.stdout.write(`\r${transcriptLine(entry, this.mark)}`);
    clearTimeout(this.timer);
    if (this.state.over) {
      this.end({ log: this.log, until: this.state.now, state: this.state });
      return;
    }
    this.lines.prompt(true);
    const wake = nextWake(this.state);
    if (wake !== undefined)
      this.timer = setTimeout(() => this.take({ type: 'tick', at: this.now }), Math.max(0, wake - this.now));
  }
}

function jsonOrText(form: string): unknown {
  try {
    return JSON.parse(form);
  } catch {
    return form;
  }
}
