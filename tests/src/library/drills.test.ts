import { checkedFiles } from '@kefu/server/cli/checked-files';
import { readContent, scenariosFolder } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { readTranscripts } from '@kefu/server/cli/transcripts';
import { bothWays } from '@kefu/shared/proof/unlocking';
import { exerciseFor, makeExercise } from '@kefu/shared/rehearsal/exercise';
import { playTogether, type ShiftMove } from '@kefu/shared/rehearsal/play-together';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { variantsOf } from '@kefu/shared/script/case';
import { loadContent } from '@kefu/shared/script/load';
import { movesIn, stageFor } from '@kefu/shared/script/runs';
import { describe, expect, it, test } from 'vitest';

const content = readContent();
const { drills, scripts, shops, personas } = content;

test('the drills of the library put together what the sources name, and nothing of their own', () => {
  const made = [...drills.values()].map(({ value }) => [
    value.id,
    ...value.parts.map(({ script }) => script),
  ]);
  expect(made).toEqual([
    ['peak-3', 'cheap-box', 'coupon-trouble', 'change-address'],
    ['peak-4', 'cheap-box', 'coupon-trouble', 'change-address', 'dress-colour'],
    ['pressure', 'refund-not-arrived', 'abuse-triple-claim'],
    ['prevent-size', 'size-advice', 'size-exchange'],
    ['prevent-care', 'knit-fabric', 'split-seam'],
  ]);
});

const waiting = [...drills.values()].flatMap(({ value: { id, parts } }) =>
  parts.flatMap(({ unless }, index) => {
    const before = parts[index - 1]?.script;
    return unless && before ? [{ id, unless, before }] : [];
  }),
);

describe.each(waiting)('$id', ({ unless, before }) => {
  const script = scripts.get(before)?.value;
  const shop = script && shops.get(script.shop)?.value;
  if (!script || !shop) throw new Error(`no script ${before}`);

  it.each([...personas.keys()])('can be prevented and can be earned with the %s customer', (id) => {
    const persona = personas.get(id)?.value;
    if (!persona) throw new Error(`no persona ${id}`);
    for (const variant of variantsOf(script)) {
      const { facts } = makeExercise(script, shop, persona, variant);
      expect(bothWays(facts, unless, 200), variant).toEqual({ held: true, never: true });
    }
  });
});

const recogniser = loadRecogniser();
const { runs } = readTranscripts(checkedFiles(scenariosFolder(), []), content);
const rubric = content.rubrics.get('default')?.value;

describe.each([...drills.values()].filter(({ value }) => value.kind === 'at-once'))(
  '$value.id',
  ({ value }) => {
    const customers = value.parts.map((part, nth) => {
      const script = scripts.get(part.script)?.value;
      const shop = script && shops.get(script.shop)?.value;
      const persona = personas.get(part.persona ?? 'rational')?.value;
      const run = runs
        .get(part.script)
        ?.runs.find(({ kind, personas: whose }) => kind === 'model' && whose.includes(persona?.id ?? ''));
      const [seed = 1] = run?.seeds ?? [];
      if (!script || !shop || !persona || !run) throw new Error(`no model run for ${part.script}`);
      const stage = stageFor(exerciseFor(script, shop, persona, seed), recogniser);
      const moves = movesIn(run, stage.exercise.facts).map((move): ShiftMove => ({ to: nth + 1, move }));
      return { ...stage, seed, from: part.after * 1000, moves };
    });
    /** In turns: the first move of each, then the second. */
    const inTurns = Array.from(
      { length: Math.max(...customers.map(({ moves }) => moves.length)) },
      (_, nth) => customers.flatMap(({ moves }) => moves.slice(nth, nth + 1)),
    ).flat();
    const mean = (moves: readonly ShiftMove[]): number => {
      if (!rubric) throw new Error('no rubric');
      const scores = playTogether(customers, 1, moves).map(({ log, state }, nth) => {
        const facts = customers[nth]?.exercise.facts;
        if (!facts || !state.over) throw new Error('a customer is left over');
        return scoreRehearsal({ facts, rubric, pace: 1, log }).total;
      });
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
    };

    it('is played well by an agent who serves all in turns, worse by one who lets the others wait', () => {
      const [turns, queue] = [mean(inTurns), mean(customers.flatMap(({ moves }) => moves))];
      expect(turns).toBeGreaterThanOrEqual(90);
      expect(queue).toBeLessThan(turns - 3);
    });
  },
);

const loaded = (text: string) =>
  loadContent([{ path: 'drills/shift.yaml', text }]).problems.map(({ code, line, column }) => [
    code,
    line,
    column,
  ]);
const drill = (parts: string, kind = 'in-sequence') => `id: shift
version: 1
title: { zh: 一班, en: A shift }
summary: { zh: 一班, en: A shift }
level: novice
kind: ${kind}
parts:
${parts}`;

describe('a drill that is wrong', () => {
  it('is shown where it names a script that does not exist', () => {
    expect(loaded(drill('  - { script: none }\n  - { script: neither }'))).toEqual([
      ['unknown-reference', 8, 15],
      ['unknown-reference', 9, 15],
    ]);
  });

  it('is shown where its first part waits for something, or customers at once wait for each other', () => {
    const first = '  - { script: none, unless: { act: inform } }\n  - { script: none }';
    expect(loaded(drill(first)).map(([code, line]) => [code, line])).toEqual([['wrong-value', 8]]);
    const second = '  - { script: none }\n  - { script: none, unless: { act: inform } }';
    expect(loaded(drill(second, 'at-once')).map(([code, line]) => [code, line])).toEqual([
      ['wrong-value', 9],
    ]);
  });
});
