import type { Action } from '@kefu/shared/script/action';
import { expect, test } from 'vitest';
import { exerciseOf, Stage } from './stage';

/** What the agent is told of an action: in Chinese, and in English where the words are the engine's. */
function told(stage: Stage, action: Action) {
  const entry = stage.act(action).findLast(({ kind }) => kind === 'action');
  if (entry?.kind !== 'action') throw new Error('the action is not in the log');
  return entry.outcome;
}

test('what the engine says of an action is said in both languages, what the script says as it stands there', () => {
  const stage = new Stage(exerciseOf('dress-colour', 'rational'));
  stage.until(10);
  const actions: Action[] = [
    { do: 'look-up-order', with: {} },
    { do: 'look-up-order', with: { order: 'none' } },
    { do: 'grade', with: { grade: 'moderate' } },
    { do: 'note', with: { text: '16号要穿' } },
    { do: 'ticket', with: { step: 'confirm' } },
    { do: 'read-brief', with: { seconds: 12 } },
    { do: 'hint', with: {} },
  ];
  for (const action of actions) {
    const { text, en } = told(stage, action);
    expect(text, action.do).toMatch(/[\u4e00-\u9fff]/);
    expect(en, action.do).toMatch(/^[\x20-\x7e“”]+$/);
  }
  const { script } = stage.exercise.facts;
  const [name, rule] = Object.entries(script.actions).find(([, { refused }]) => refused !== undefined) ?? [];
  expect(name).toBe('refund');
  expect(told(stage, { do: 'refund', with: {} })).toEqual({ status: 'refused', text: rule?.refused });
});
