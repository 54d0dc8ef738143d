import { ACTS } from '../understanding/acts';
import type { Condition, SignCondition } from './condition';

/** A condition in short Chinese words, for graphs and reports. */
export function conditionWords(condition: Condition): string {
  const { doing, did, mood, need, open, answers, told, variant, beat, reacted, needs } = condition;
  const { ever, before, repeated, contradicts, all, any, not } = condition;
  const parts = [
    ...signWords(condition),
    ...(doing ? [`操作 ${doing.join('/')}`] : []),
    ...(did ? [`已操作 ${did.join('/')}`] : []),
    ...(mood ? [`情绪 ${mood.join('/')}`] : []),
    ...(need ? [`已满足 ${need.join('、')}`] : []),
    ...(open ? [`未满足 ${open.join('、')}`] : []),
    ...(answers ? [`正面回答 ${answers}`] : []),
    ...(told ? [`已说出 ${told.join('、')}`] : []),
    ...(variant ? [`变体 ${variant.join('/')}`] : []),
    ...(beat ? [`到过 ${beat.join('/')}`] : []),
    ...(reacted ? [`有过反应 ${reacted.join('/')}`] : []),
    ...(needs ? ['诉求都满足'] : []),
    ...(ever ? [`曾有 ${signWords(ever).join('且')}`] : []),
    ...(before ? [`此前 ${signWords(before).join('且')}`] : []),
    ...(repeated === undefined ? [] : [repeated ? '重复前话' : '没有重复']),
    ...(contradicts === undefined ? [] : [contradicts ? '前后矛盾' : '没有矛盾']),
    ...(all ?? []).map(conditionWords).filter((words) => words !== ALWAYS),
    ...(any ? [`(${any.map(conditionWords).join(' 或 ')})`] : []),
    ...(not ? [`非(${conditionWords(not)})`] : []),
  ];
  return parts.length === 0 ? ALWAYS : parts.join(' 且 ');
}

const ALWAYS = '总是';

function signWords({ act, cue, claim }: SignCondition): string[] {
  return [
    ...(act ? [act.map((id) => ACTS[id].zh).join('/')] : []),
    ...(cue ? [`要点 ${cue.join('/')}`] : []),
    ...Object.entries(claim ?? {}).map(([id, verdicts]) => `陈述 ${id} ${verdicts.join('/')}`),
  ];
}
