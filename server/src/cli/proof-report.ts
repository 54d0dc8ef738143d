import { moveLine } from '@kefu/shared/proof/chat';
import type { Letter } from '@kefu/shared/proof/customer-model';
import type { Examined } from '@kefu/shared/proof/examine';
import { type Finding, findingsOf } from '@kefu/shared/proof/prove-script';
import type { PlayableChat } from './proof-chats';

/** A finding with its chat in words and as a file that can be played. */
export type ShownFinding = Omit<Finding, 'chat'> & {
  readonly chat: readonly string[];
  readonly play: PlayableChat | undefined;
};

/** What is known of one script, for people and as JSON. Has no times in it: the same input gives the same bytes. */
export type ScriptReport = {
  readonly script: string;
  readonly verdict: 'proved' | 'not-proved' | 'refuted';
  readonly personas: readonly PersonaReport[];
  readonly findings: readonly ShownFinding[];
};

type PersonaReport = {
  readonly persona: string;
  readonly overlays: readonly string[];
  readonly states: number;
  readonly steps: number;
  /** Whether every state that was found was gone on from. */
  readonly complete: boolean;
  readonly coverage: Readonly<Record<'endings' | 'transitions' | 'lines', Share>>;
  /** Laws that hold in every state. */
  readonly laws: readonly string[];
  readonly plays: Omit<Examined['plays'][number], 'par' | 'complaints'>[];
  readonly par: { readonly replies: number; readonly moves: readonly string[] } | undefined;
  /** What the plays come to; of a persona with overlays nothing is played. */
  readonly scores:
    | { readonly lowest: number; readonly highest: number; readonly difficulty: number }
    | undefined;
  readonly complaints: readonly string[];
};
type Share = { readonly shown: number; readonly of: number };

export function reportOf(
  examined: readonly Examined[],
  playable: (finding: Finding) => PlayableChat | undefined,
): ScriptReport {
  const findings = findingsOf(examined.map(({ proof }) => proof)).map(
    (finding): ShownFinding => ({
      ...finding,
      chat: finding.chat.map(letterWords),
      play: finding.verdict === 'refuted' ? playable(finding) : undefined,
    }),
  );
  const personas = examined.map(personaReport);
  const refuted =
    findings.some(({ verdict }) => verdict === 'refuted') ||
    personas.some(({ complaints }) => complaints.length > 0);
  return {
    script: examined[0]?.proof.script ?? '',
    verdict: refuted ? 'refuted' : findings.length > 0 ? 'not-proved' : 'proved',
    personas,
    findings,
  };
}

function personaReport({ proof, plays }: Examined): PersonaReport {
  const share = (...kinds: string[]): Share => {
    const items = proof.items.filter(({ kind }) => kinds.includes(kind));
    return { shown: items.filter(({ known }) => known === 'shown').length, of: items.length };
  };
  const pars = plays.flatMap(({ par }) => par ?? []).sort((a, b) => a.replies - b.replies);
  const [par] = pars;
  return {
    ...{
      persona: proof.persona,
      overlays: proof.overlays,
      states: proof.states,
      steps: proof.steps,
      complete: proof.complete,
    },
    coverage: {
      endings: share('ending'),
      transitions: share('rule', 'need', 'fact', 'beat'),
      lines: share('line'),
    },
    laws: proof.laws.filter(({ known }) => known === 'proved').map(({ law }) => law),
    plays: plays.map(({ par: _, complaints: __, ...shown }) => shown),
    par: par && { replies: par.replies, moves: par.moves.map(moveLine) },
    scores:
      plays.length === 0
        ? undefined
        : {
            lowest: Math.min(...plays.map(({ lowest }) => lowest)),
            highest: Math.max(...plays.map(({ highest }) => highest)),
            difficulty: mean(plays.map(({ difficulty }) => difficulty)),
          },
    complaints: plays.flatMap(({ complaints }) => complaints),
  };
}

const mean = (values: readonly number[]): number =>
  Math.round((100 * values.reduce((sum, value) => sum + value, 0)) / Math.max(1, values.length)) / 100;

const MARKS = { proved: '✓', 'not-proved': '…', refuted: '✗' } as const;

/** A few lines for each persona, and one for each thing that is wrong or not proved. */
export function reportLines({ script, verdict, personas, findings }: ScriptReport): string[] {
  return [
    `${MARKS[verdict]} ${script}: ${VERDICTS[verdict]}`,
    ...personas.flatMap((report) => personaLines(report)),
    ...findings.flatMap((finding) => findingLines(finding)),
  ];
}

const VERDICTS = {
  proved: '已证明 / proved',
  'not-proved': '未全部证明 / not all proved',
  refuted: '有错误 / refuted',
} as const;

function personaLines({
  persona,
  overlays,
  states,
  steps,
  coverage,
  laws,
  complete,
  ...rest
}: PersonaReport): string[] {
  const { par, scores, complaints, plays } = rest;
  const part = ({ shown, of }: Share): string => `${shown}/${of}`;
  const slack = Math.min(...plays.map((each) => each.slack));
  return [
    `  ${[persona, ...overlays].join('+')}: ${states} 个状态 / states${complete ? '' : '+'}, ${steps} 步 / steps; 结局 / endings ${part(coverage.endings)}, 转移 / transitions ${part(coverage.transitions)}, 台词 / lines ${part(coverage.lines)}`,
    `    恒成立 / always: ${laws.join(', ') || '—'}`,
    ...(scores
      ? [
          `    得分 / scores ${scores.lowest}–${scores.highest}, 最少回复 / par ${par?.replies ?? '—'}, 难度 / difficulty ${scores.difficulty}, 可慢 / may be slower ×${slack}`,
        ]
      : []),
    ...complaints.map((complaint) => `    ✗ ${complaint}`),
  ];
}

function findingLines({
  about,
  what,
  persona,
  overlays,
  variant,
  verdict,
  chat,
  play,
  script,
}: ShownFinding): string[] {
  const head = verdict === 'refuted' ? '    ✗ ' : '    未证明 / not proved: ';
  const lines = [`${head}${TITLES[about]} ${what} (${[persona, ...overlays].join('+')}, ${variant})`];
  if (verdict === 'open') return lines;
  if (chat.length > 0) lines.push(`      ${chat.join(' → ')}`);
  if (!play) return lines;
  lines.push(
    `      kefu rehearse --script ${script} --persona ${persona}${overlays.map((id) => ` --overlay ${id}`).join('')} --seed ${play.seed} -${play.whole ? '' : '  # 有的话没有找到原句 / some replies found no words'}`,
    ...play.lines.map((line) => `      ${line}`),
  );
  return lines;
}

const TITLES: Readonly<Record<Finding['about'], string>> = {
  ending: '结局可达 / ending reachable',
  need: '诉求可满足 / need can be met',
  fact: '隐藏信息会说出 / hidden fact told',
  beat: '环节可达 / beat reachable',
  line: '台词会说到 / line spoken',
  rule: '规则会生效 / rule takes effect',
  'silence-ends': '一直沉默会有结局 / silence ends',
  'no-trap': '没有死胡同 / no trap',
  'no-free-loop': '不能无代价地一直重复 / no free loop',
  'red-lines-end': '红线必然结束 / red lines end it',
  'nothing-for-nothing': '空话换不到东西 / nothing for nothing',
};

function letterWords(letter: Letter): string {
  switch (letter.do) {
    case 'silence':
      return '沉默';
    case 'close':
      return '结束会话';
    case 'act':
      return `操作 ${letter.signs?.actions.at(-1) ?? letter.action}`;
    case 'reply': {
      const { acts, cues, claims, repeated, contradicts } = letter.signs;
      const marks = [...(repeated ? ['重复'] : []), ...(contradicts ? ['矛盾'] : [])];
      return `回复 ${[...acts, ...cues, ...claims, ...marks].join('+') || '无关内容'}`;
    }
  }
}
