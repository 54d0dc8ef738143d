import { insightsOf } from '@kefu/shared/rehearsal/insight';
import { readsOf } from '@kefu/shared/rehearsal/reads';
import { sourcesOf } from '@kefu/shared/rehearsal/source';
import { expect, test } from 'vitest';
import { exerciseOf, Stage } from './stage';

const angry = () => new Stage(exerciseOf('shipping-time', 'emotional', 'late'));

function effectAfter(stage: Stage, seq: number | undefined) {
  const effect = stage.log.find((entry) => entry.kind === 'effect' && entry.seq > (seq ?? 0));
  return insightsOf(stage.exercise.facts, stage.log).find((insight) => insight.seq === effect?.seq);
}

const replyOf = (stage: Stage) => stage.log.findLast(({ kind }) => kind === 'reply')?.seq;

test('what soothed is named by the acts that soothed, with the levels that each of them took away', () => {
  const stage = angry();
  stage.until(8);
  stage.exchange({ acts: ['greet', 'apologise', 'empathise'] });
  const insight = effectAfter(stage, replyOf(stage));
  expect(insight?.before).toBe('upset');
  expect(insight?.moves).toEqual([
    { why: 'reaction', title: { zh: '共情安抚', en: 'empathises' }, by: -2 },
    { why: 'reaction', title: { zh: '致歉', en: 'apologises' }, by: -1 },
  ]);
});

test('a solution in anger is told apart from a reaction: the gate has refused it', () => {
  const stage = angry();
  stage.until(8);
  stage.exchange({ acts: ['resolve'] });
  expect(effectAfter(stage, replyOf(stage))?.moves).toEqual([{ why: 'blocked', title: null, by: 1 }]);
});

test('silence is told as waiting', () => {
  const stage = angry();
  stage.until(8);
  const last = stage.log.at(-1)?.seq;
  stage.until(40);
  expect(effectAfter(stage, last)?.moves).toEqual([{ why: 'waited', title: null, by: 1 }]);
});

test('having to ask again costs, and is told with what was asked', () => {
  const stage = new Stage(exerciseOf('shipping-time', 'rational', 'on-time'));
  stage.until(8);
  stage.exchange({ acts: ['greet'] });
  stage.exchange({ acts: ['greet'] });
  const moves = insightsOf(stage.exercise.facts, stage.log).flatMap((insight) => insight.moves);
  expect(moves).toContainEqual({
    why: 'asked-again',
    title: { zh: '一个准确的发货时间', en: 'An exact shipping time' },
    by: 1,
  });
});

test('a need that is met, a fact that is told and the agenda are named where they happen', () => {
  const stage = new Stage(exerciseOf('shipping-time', 'rational', 'on-time'));
  stage.until(8);
  const [opening] = insightsOf(stage.exercise.facts, stage.log);
  expect(opening?.beat).toEqual({ from: null, to: { zh: '开场', en: 'Opening' } });
  stage.exchange({ acts: ['timeline'], claims: { 'ship-by': 'right' } });
  expect(effectAfter(stage, replyOf(stage))?.met).toEqual([
    { zh: '一个准确的发货时间', en: 'An exact shipping time' },
  ]);
  stage.exchange({ acts: ['ask'], cues: ['travel'] });
  const insight = effectAfter(stage, replyOf(stage));
  expect(insight?.told).toEqual([{ zh: '周五要出远门', en: 'Leaves town on Friday' }]);
  expect(insight?.woken.map(({ en }) => en)).toEqual(['How to receive it while away']);
});

test('every message says where its words come from', () => {
  const stage = new Stage(exerciseOf('shipping-time', 'rational', 'on-time'));
  stage.until(8);
  stage.exchange({ acts: ['ask'], cues: ['travel'] });
  const sources = sourcesOf(stage.exercise.facts, stage.log);
  expect(sources.map(({ seq }) => seq)).toEqual(stage.messages.map(({ seq }) => seq));
  expect(sources[0]).toMatchObject({ of: 'agenda', title: null });
  expect(sources).toContainEqual(
    expect.objectContaining({ of: 'hidden', title: { zh: '周五要出远门', en: 'Leaves town on Friday' } }),
  );
});

test('a burst is read as one, when its last reply has been read; what comes after the last word is never read', () => {
  const stage = angry();
  stage.until(8);
  stage.reply({ acts: ['greet'] });
  stage.until(8.5);
  stage.reply({ acts: ['apologise'] });
  stage.until(30);
  const reads = readsOf(stage.exercise, 1, 1, stage.log);
  const effect = stage.log.find((entry) => entry.kind === 'effect' && entry.replies.length > 0);
  expect(reads.map(({ at }) => at)).toEqual([effect?.at, effect?.at]);
  stage.reply({ acts: ['thank'] });
  stage.act({ do: 'close', with: {} });
  stage.until(60);
  expect(stage.state.over).toBe(true);
  expect(readsOf(stage.exercise, 1, 1, stage.log)).toEqual(reads);
});
