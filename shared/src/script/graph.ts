import type { Case } from './case';
import { conditionWords } from './condition-words';
import { ENDINGS } from './kinds';
import { redLinesOf } from './red-lines';

/** Longer labels are cut: the graph is for the eye, the script has the details. Characters. */
const LABEL = 60;

/** The customer's agenda as a Mermaid state diagram: beats, what leads from one to the other, and the endings. */
export function mermaidOf({ script, persona }: Case): string {
  const beats = Object.entries(script.beats);
  const [first = ''] = Object.keys(script.beats);
  const { close, leave, boil } = script.outcome;
  const used = new Set([...close, ...leave].map(({ ending }) => ending).concat(boil, 'red-line'));
  const lines = [
    `[*] --> ${nameOf(first)}`,
    ...beats.map(([id]) => `state "${id}" as ${nameOf(id)}`),
    ...ENDINGS.filter((id) => used.has(id)).map(
      (id) => `state "${script.endings[id]?.title.zh ?? id}" as ${nameOf(`ending-${id}`)}`,
    ),
    ...beats.flatMap(([id, { next }]) =>
      next.map(({ when, go, close: closes }) => {
        const label = clip(conditionWords(when));
        if (closes) return `${nameOf(id)} --> closing: ${label}`;
        return `${nameOf(id)} --> ${nameOf(go ?? id)}: ${label}`;
      }),
    ),
    'state "收尾 / closing" as closing',
    ...close.map(
      ({ when, ending }) => `closing --> ${nameOf(`ending-${ending}`)}: ${clip(conditionWords(when ?? {}))}`,
    ),
    'state "任何时候 / at any time" as anytime',
    ...redLinesOf(script).map(
      ({ when }) => `anytime --> ${nameOf('ending-red-line')}: ${clip(conditionWords(when))}`,
    ),
    `anytime --> ${nameOf(`ending-${boil}`)}: ${persona.mood.name.zh}到顶`,
    ...leave.map(
      ({ when, ending }) =>
        `anytime --> ${nameOf(`ending-${ending}`)}: 等太久，${clip(conditionWords(when ?? {}))}`,
    ),
    ...[...used].map((id) => `${nameOf(`ending-${id}`)} --> [*]`),
  ];
  return ['stateDiagram-v2', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

/** Mermaid ids have no hyphens. */
const nameOf = (id: string): string => id.replaceAll('-', '_');

/** Colons and semicolons would end a label. */
function clip(words: string): string {
  const plain = words.replaceAll(/[:;#]/g, ' ');
  return plain.length > LABEL ? `${plain.slice(0, LABEL - 1)}…` : plain;
}
