import { scenariosFolder } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { readSources } from '@kefu/server/content/sources';
import { Transcripts } from '@kefu/server/content/transcripts';
import { debrief } from '@kefu/shared/scoring/debrief/debrief';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { describe, expect, it } from 'vitest';
import { content, exerciseOf, type Meaning, Stage } from './stage';

const { rubric, runs } = material();
const recogniser = loadRecogniser();

function stageOf(persona = 'emotional', variant = 'on-time'): Stage {
  const stage = new Stage(exerciseOf('shipping-time', persona, variant), 1);
  stage.until(10);
  return stage;
}

function material() {
  const rubric = content.rubrics.get('default')?.value;
  const runs = new Transcripts(readSources(scenariosFolder()), content.scripts).of('shipping-time');
  if (!rubric || !runs) throw new Error('the rubric or the transcripts are missing');
  return { rubric, runs };
}

/** Lets the customer go, and looks back. */
function lookBack(stage: Stage, withModels = true) {
  stage.until(stage.state.now / 1000 + 600);
  const { exercise, log } = stage;
  const scorecard = scoreRehearsal({ facts: exercise.facts, rubric, pace: 1, log });
  const models = withModels ? { runs, recogniser } : undefined;
  return debrief({ exercise, rubric, seed: 1, pace: 1, log, scorecard, models });
}

const GOOD: Meaning[] = [
  { acts: ['greet', 'empathise', 'inform', 'timeline'], claims: { 'ship-by': 'right' } },
  { acts: ['ask'], cues: ['travel'] },
  { acts: ['resolve', 'confirm'], cues: ['travel-plan'] },
  { acts: ['thank', 'close'] },
];

describe('a debrief', () => {
  it('shows at a bad moment what a model transcript says there, with what came of it when it was tried', () => {
    const stage = stageOf();
    stage.exchange({ cues: ['soon'] });
    const [moment] = lookBack(stage).worst;
    expect(moment).toMatchObject({ kind: 'reply', from: 4, to: 5 });
    expect(moment?.causes[0]?.zh).toBe('只说“尽快”，没有时间');
    const texts = runs.runs.flatMap(({ moves }) => moves.map((move) => ('text' in move ? move.text : '')));
    expect(moment?.model?.replies.every((reply) => texts.includes(reply))).toBe(true);
    expect(moment?.model?.achieves.map(({ zh }) => zh)).toContain('满足了：一个准确的发货时间');
    expect(moment?.model?.level).toBeLessThan(moment?.to ?? 0);
    expect(moment?.model?.actions).toContain('look-up-order');
  });

  it('says what the customer waited for where it has no transcript', () => {
    const stage = stageOf();
    stage.exchange({ cues: ['soon'] });
    const [moment] = lookBack(stage, false).worst;
    expect(moment?.model).toBeNull();
    expect(moment?.wanted[0]).toMatchObject({ title: { zh: '一个准确的发货时间' }, says: ['发货时间'] });
  });

  it('asks for a soothing word first where the customer is too angry to listen', () => {
    const stage = stageOf('emotional', 'late');
    stage.exchange({ acts: ['timeline'], claims: { 'ship-by': 'right' } });
    const [moment] = lookBack(stage, false).worst;
    expect(moment?.wanted[0]?.acts).toEqual(['empathise', 'apologise', 'own']);
    expect(moment?.causes.map(({ zh }) => zh)).toContain('情绪没有平复，方案没有被接受');
  });

  it('never lends words that know what the customer has not told', () => {
    const stage = stageOf();
    stage.exchange({ cues: ['soon'] });
    for (const { model } of lookBack(stage).worst) {
      expect(model?.replies.join() ?? '').not.toContain('周五出门');
    }
  });

  it('has no worst moments after a good talk, and shows how a hidden fact could have been found', () => {
    const stage = stageOf();
    for (const means of GOOD) stage.exchange(means);
    const looked = lookBack(stage);
    expect(looked.worst.filter(({ to, from }) => to > from)).toEqual([]);
    expect(looked.missed).toEqual([]);
    expect(looked.star.R).not.toBeNull();
    const short = stageOf();
    short.exchange({ acts: ['greet', 'timeline'], claims: { 'ship-by': 'right' } });
    expect(lookBack(short).missed).toMatchObject([{ id: 'friday-trip', run: 'model-on-time' }]);
  });

  it('shows what was still open when the agent closed the chat too early', () => {
    const stage = stageOf();
    stage.exchange({ acts: ['greet'] });
    stage.act({ do: 'close', with: {} });
    const moment = lookBack(stage).worst.find(({ kind }) => kind === 'close');
    expect(moment?.causes[0]?.zh).toBe('客户的事还没办完就结束了会话');
    expect(moment?.wanted.map(({ title }) => title.zh)).toContain('一个准确的发货时间');
    expect(moment?.model?.replies.length).toBeGreaterThan(0);
  });

  it('finds nothing wrong with closing after a good talk', () => {
    const stage = stageOf();
    for (const means of GOOD.slice(0, 3)) stage.exchange(means);
    stage.act({ do: 'close', with: {} });
    expect(lookBack(stage).worst.filter(({ kind }) => kind === 'close')).toEqual([]);
  });

  it('names the cause of every change of mood', () => {
    const stage = stageOf();
    stage.exchange({ acts: ['confront'] });
    const { turns } = lookBack(stage);
    expect(turns.every(({ causes }) => causes.length > 0)).toBe(true);
    expect(turns[0]?.causes[0]?.zh).toContain('顶撞');
  });

  it('is the same when it is made again', () => {
    const stage = stageOf('doubtful');
    stage.exchange({ cues: ['soon'] });
    expect(lookBack(stage)).toEqual(lookBack(stage));
  });
});

describe('the promise ledger', () => {
  const promisesAfter = (play: (stage: Stage) => void) => {
    const stage = stageOf('emotional', 'late');
    play(stage);
    return lookBack(stage, false).promises;
  };

  it('calls a coupon that was promised and never given broken', () => {
    const promises = promisesAfter((stage) =>
      stage.reply({ acts: ['compensate'] }, '我马上给您发12元优惠券'),
    );
    expect(promises).toMatchObject([
      { kind: 'deed', words: '我马上给您发12元优惠券', status: 'broken', decided: { seq: null } },
    ]);
  });

  it('calls it kept by the action that gave it', () => {
    const promises = promisesAfter((stage) => {
      stage.reply({ acts: ['compensate'] }, '我马上给您发12元优惠券');
      stage.act({ do: 'coupon', with: { amount: 12 } });
    });
    const [kept] = promises;
    expect(kept).toMatchObject({ status: 'kept' });
    expect(kept?.decided.seq).toBeGreaterThan(kept?.seq ?? 0);
  });

  it('does not call a sum kept that was never paid', () => {
    const promises = promisesAfter((stage) =>
      stage.exchange({ acts: ['compensate'], claims: { 'coupon-amount': 'right' } }),
    );
    expect(promises).toMatchObject([{ kind: 'sum', status: 'open' }]);
  });

  it('lets the facts of the shop decide dates', () => {
    const promises = promisesAfter((stage) => {
      stage.exchange({ acts: ['timeline'], claims: { 'ship-by': 'wrong' } });
      stage.exchange({ acts: ['timeline'], claims: { 'ship-by': 'right' } });
    });
    expect(promises.map(({ kind, status }) => [kind, status])).toEqual([
      ['date', 'broken'],
      ['date', 'kept'],
    ]);
  });

  it('takes who asks to wait at their word', () => {
    const back = promisesAfter((stage) => {
      stage.exchange({ acts: ['hold'] });
      stage.exchange({ acts: ['inform', 'apologise'] });
    });
    expect(back).toMatchObject([{ kind: 'return', status: 'kept' }]);
    const gone = promisesAfter((stage) => stage.exchange({ acts: ['hold'] }));
    expect(gone).toMatchObject([{ kind: 'return', status: 'broken' }]);
  });

  it('leaves a follow-up open that is due after the talk', () => {
    const promises = promisesAfter((stage) => stage.exchange({ acts: ['apologise', 'followup'] }));
    expect(promises).toMatchObject([{ kind: 'later', status: 'open' }]);
  });
});
