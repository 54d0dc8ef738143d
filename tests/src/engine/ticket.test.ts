import type { TicketStep } from '@kefu/shared/script/action';
import { expect, test } from 'vitest';
import { exerciseOf, Stage } from './stage';

const RECEIVE: TicketStep = { step: 'receive', issue: '颜色不对' };
const ANALYSE: TicketStep = { step: 'analyse', cause: '吊牌贴错', within: 60 };
const EXECUTE: TicketStep = { step: 'execute', measure: '换深蓝 M' };
const CONFIRM: TicketStep = { step: 'confirm' };

/** How a step of the ticket was answered. */
function take(stage: Stage, step: TicketStep): string {
  const entry = stage.act({ do: 'ticket', with: step }).findLast(({ kind }) => kind === 'action');
  return entry?.kind === 'action' ? entry.outcome.status : 'nothing';
}

test('a ticket goes through its four steps in order, and an early step can be written anew', () => {
  const stage = new Stage(exerciseOf('dress-colour', 'rational'));
  stage.until(10);
  expect(take(stage, ANALYSE)).toBe('refused');
  expect([take(stage, RECEIVE), take(stage, EXECUTE)]).toEqual(['done', 'refused']);
  expect([take(stage, ANALYSE), take(stage, RECEIVE), take(stage, EXECUTE)]).toEqual([
    'done',
    'done',
    'done',
  ]);
});

test('a ticket is not closed before the customer was asked and has answered', () => {
  const stage = new Stage(exerciseOf('dress-colour', 'rational'));
  stage.until(10);
  for (const step of [RECEIVE, ANALYSE, EXECUTE]) take(stage, step);
  expect(take(stage, CONFIRM)).toBe('refused');
  stage.reply({ acts: ['confirm'] });
  expect(take(stage, CONFIRM)).toBe('refused');
  stage.until(stage.state.now / 1000 + 15);
  expect(take(stage, CONFIRM)).toBe('done');
});
