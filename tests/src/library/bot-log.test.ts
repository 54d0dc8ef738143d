import { readContent } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { exerciseFor } from '@kefu/shared/rehearsal/exercise';
import { play } from '@kefu/shared/rehearsal/play';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { stageFor } from '@kefu/shared/script/runs';
import { describe, expect, it } from 'vitest';

const content = readContent();
const recogniser = loadRecogniser();
const rubric = content.rubrics.get('default')?.value;
const persona = content.personas.get('rational')?.value;
const logged = [...content.scripts.values()].filter(({ value: { botLog } }) => botLog !== undefined);

it('at least four scripts begin with a robot', () => {
  expect(logged.length).toBeGreaterThanOrEqual(4);
});

describe.each(logged)('$value.id', ({ value: script }) => {
  it('costs points where the agent asks again for what the robot was told', () => {
    const shop = content.shops.get(script.shop)?.value;
    if (!shop || !persona || !rubric) throw new Error('the library is not whole');
    const { exercise, hear } = stageFor(exerciseFor(script, shop, persona, 1), recogniser);
    const lost = (text: string) => {
      const { log } = play(exercise, hear, 1, 1, [{ after: 5, text }]);
      const { dimensions } = scoreRehearsal({ facts: exercise.facts, rubric, pace: 1, log });
      const language = dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'personal');
      return language?.evidence.filter(({ effect, rule }) => effect === 'lost' && rule === 'R78').length;
    };
    expect(lost('您好，麻烦您提供一下订单号')).toBe(1);
    expect(lost('您好，前面的记录我都看到了，我先核对订单')).toBe(0);
  });
});
