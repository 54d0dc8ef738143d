import { readContent } from '@kefu/server/cli/content';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { describe, expect, it, test } from 'vitest';
import { content, exerciseOf, type Meaning, Stage } from './stage';

type Said = readonly [text: string, means: Meaning];

/** The points and the number of faults of one measure after these replies. */
function measured(exercise: ReturnType<typeof exerciseOf>, measure: string, said: readonly Said[], wait = 8) {
  const rubric = readContent().rubrics.get('default')?.value;
  if (!rubric) throw new Error('the library has lost its rubric');
  const stage = new Stage(exercise);
  stage.until(wait);
  for (const [text, means] of said) {
    stage.reply(means, text);
    stage.until(stage.state.now / 1000 + 12);
  }
  const { dimensions } = scoreRehearsal({ facts: exercise.facts, rubric, pace: 1, log: stage.log });
  const found = dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === measure);
  if (!found) throw new Error(`no measure ${measure}`);
  return { points: found.points, lost: found.evidence.filter(({ effect }) => effect === 'lost').length };
}

const inform: Meaning = { acts: ['inform'] };

describe("the platform's manner (R85)", () => {
  it('welcomes on Taobao what is out of place on JD', () => {
    const said: Said[] = [['亲，这款现在有货的哦~', inform]];
    expect(measured(exerciseOf('size-advice', 'rational'), 'style', said)).toEqual({ points: 100, lost: 0 });
    expect(measured(exerciseOf('rival-price', 'rational'), 'style', said)).toEqual({ points: 75, lost: 1 });
  });

  it('finds officialese stiff on Taobao, and right on JD', () => {
    const said: Said[] = [['此款目前有货，请知悉。您可下单', inform]];
    expect(measured(exerciseOf('size-advice', 'rational'), 'style', said).lost).toBe(1);
    expect(measured(exerciseOf('rival-price', 'rational'), 'style', said).lost).toBe(0);
  });

  it('has no emoji for a customer who is upset (R47)', () => {
    const said: Said[] = [['亲，在的哦😊', inform]];
    const calm = exerciseOf('size-advice', 'rational');
    expect(measured(calm, 'style', said).lost).toBe(0);
    expect(measured(exerciseOf('shipping-time', 'emotional', 'late'), 'style', said).lost).toBe(1);
  });
});

describe('a complaint ticket (R10, R74)', () => {
  /** The talk begins so many minutes after the ticket was filed; the reply comes 8 seconds later. */
  const filed = (minutes: number) => {
    const script = content.scripts.get('refund-not-arrived')?.value;
    const persona = content.personas.get('rational')?.value;
    const shop = script && content.shops.get(script.shop)?.value;
    if (!script || !persona || !shop) throw new Error('the library has lost its ticket');
    const opened = `2026-05-21T09:${String(60 - minutes).padStart(2, '0')}`;
    const changed = { ...script, now: '2026-05-21T10:00', ticket: { id: 'T1', opened } };
    return makeExercise(changed, shop, persona, 'default');
  };

  it('is answered in time up to 15 minutes after it was filed', () => {
    const said: Said[] = [['您好，抱歉让您久等', { acts: ['apologise'] }]];
    expect(measured(filed(14), 'ticket-reply', said)).toEqual({ points: 100, lost: 0 });
    expect(measured(filed(15), 'ticket-reply', said)).toEqual({ points: 0, lost: 1 });
    expect(measured(filed(15), 'ticket-reply', said, 0).points).toBe(100);
  });

  it('cannot be closed before the customer has agreed, unless it is handed up', () => {
    const close = { do: 'close', with: {} } as const;
    const outcome = (stage: Stage) => stage.act(close).find(({ kind }) => kind === 'action');
    const stage = new Stage(exerciseOf('refund-not-arrived', 'rational'));
    stage.until(8);
    expect(outcome(stage)).toMatchObject({ outcome: { status: 'refused' } });
    stage.act({ do: 'escalate', with: { reason: '客户要求主管处理' } });
    expect(outcome(stage)).toMatchObject({ outcome: { status: 'done' } });
  });
});

describe('urgency in an unpaid order (R50)', () => {
  const exercise = exerciseOf('unpaid-order', 'rational', 'coupon');
  const pressing = (said: readonly Meaning[]) =>
    measured(
      exercise,
      'no-pressure',
      said.map((means, index) => [`第${index}条`, means] as const),
      1,
    ).lost;
  const reason: Meaning = { acts: ['ask'], cues: ['reason'] };
  const limit: Meaning = { acts: ['urge', 'timeline'], claims: { 'pay-by': 'right' } };

  it('is fine once, and true, after the reason was asked for', () => {
    expect(pressing([reason, limit])).toBe(0);
  });

  it('presses before the reason is asked for, a second time, or when it is invented', () => {
    expect(pressing([limit, reason])).toBe(1);
    expect(pressing([reason, limit, limit])).toBe(1);
    expect(pressing([reason, { acts: ['urge'], cues: ['scarcity'] }])).toBe(1);
  });
});

test('the rules of the platform are looked up like the policies of the shop', () => {
  const stage = new Stage(exerciseOf('review-reward', 'rational'));
  stage.until(5);
  const entries = stage.act({ do: 'look-up-policy', with: { policy: 'no-paid-reviews' } });
  expect(entries.find(({ kind }) => kind === 'action')).toMatchObject({
    outcome: { status: 'done', text: '已打开规则 禁止好评返现（第 2 版）' },
  });
});
