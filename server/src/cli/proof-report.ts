import type { Letter } from '@kefu/shared/proof/customer-model';
import { type Finding, type Proof, prove } from '@kefu/shared/proof/prove';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { variantsOf } from '@kefu/shared/script/case';
import type { Content } from '@kefu/shared/script/load';

/** What was found of one script with one persona, in any of its variants. */
export type ScriptProof = {
  readonly script: string;
  readonly persona: string;
  readonly states: number;
  readonly steps: number;
  /** Faults that were shown: silence without end, talk that costs nothing. */
  readonly faults: readonly Finding[];
  /** What no variant reached within the bound: not proved, and perhaps impossible. */
  readonly open: readonly Finding[];
  readonly ms: number;
};

const SHOWN: ReadonlySet<Finding['code']> = new Set(['silence-endless', 'free-loop']);

/**
 * Proves the named scripts with every persona.
 * @param bound states to go on from in each case
 */
export function* proveScripts(
  content: Content,
  scripts: readonly string[],
  bound: number,
): Generator<ScriptProof> {
  for (const id of scripts) {
    const script = content.scripts.get(id)?.value;
    const shop = script && content.shops.get(script.shop)?.value;
    if (!script || !shop) continue;
    for (const { value: persona } of content.personas.values()) {
      const began = performance.now();
      const proofs = variantsOf(script).map((variant) =>
        prove(makeExercise(script, shop, persona, variant).facts, bound),
      );
      yield { script: id, persona: persona.id, ...together(proofs), ms: performance.now() - began };
    }
  }
}

/** A thing is open only if every variant in which it exists leaves it open. */
function together(proofs: readonly Proof[]): Omit<ScriptProof, 'script' | 'persona' | 'ms'> {
  const keyOf = ({ code, what }: Finding): string => `${code} ${what}`;
  const findings = proofs.flatMap((proof) => proof.findings);
  const reached = new Set(proofs.flatMap((proof) => proof.reached));
  const open = new Map(
    findings
      .filter(({ code, what }) => !SHOWN.has(code) && !reached.has(what))
      .map((finding) => [keyOf(finding), finding]),
  );
  return {
    states: proofs.reduce((total, { states }) => total + states, 0),
    steps: proofs.reduce((total, { steps }) => total + steps, 0),
    faults: findings.filter(({ code }) => SHOWN.has(code)),
    open: [...open.values()],
  };
}

/** One line for a script and persona, and one for each thing that is wrong or not proved. */
export function proofLines({ script, persona, states, steps, faults, open, ms }: ScriptProof): string[] {
  const mark = faults.length > 0 ? '✗' : open.length > 0 ? '…' : '✓';
  const head = `${mark} ${script} × ${persona}: ${states} 个状态 / states, ${steps} 步 / steps, ${Math.round(ms)} ms`;
  return [
    head,
    ...faults.map((finding) => `    ${TITLES[finding.code]}: ${chatLine(finding)}`),
    ...open.map(({ code, what }) => `    未证明 / not proved: ${TITLES[code]} ${what}`),
  ];
}

const TITLES: Readonly<Record<Finding['code'], string>> = {
  'ending-unreachable': '结局可达 / ending reachable',
  'need-unmeetable': '诉求可满足 / need can be met',
  'fact-untold': '隐藏信息会说出 / hidden fact told',
  'beat-unreachable': '环节可达 / beat reachable',
  'line-unspeakable': '台词会说到 / line spoken',
  'silence-endless': '一直沉默没有结局 / silence never ends',
  'free-loop': '可以无代价地一直重复 / can be repeated for ever at no cost',
};

/** The chat that shows a fault, in words. */
const chatLine = ({ chat }: Finding): string => chat.map(letterWords).join(' → ');

function letterWords(letter: Letter): string {
  switch (letter.do) {
    case 'silence':
      return '沉默';
    case 'close':
      return '结束会话';
    case 'act':
      return `操作 ${letter.action}`;
    case 'reply': {
      const { acts, cues, claims, repeated, contradicts } = letter.signs;
      const marks = [...(repeated ? ['重复'] : []), ...(contradicts ? ['矛盾'] : [])];
      return `回复 ${[...acts, ...cues, ...claims, ...marks].join('+') || '无关内容'}`;
    }
  }
}
