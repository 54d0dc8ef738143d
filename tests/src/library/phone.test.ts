import { scenariosFolder } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { readSources } from '@kefu/server/content/sources';
import { exerciseFor } from '@kefu/shared/rehearsal/exercise';
import { play } from '@kefu/shared/rehearsal/play';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { loadContent } from '@kefu/shared/script/load';
import { stageFor } from '@kefu/shared/script/runs';
import { expect, it } from 'vitest';

const onThePhone = readSources(scenariosFolder()).map(({ path, text }) => ({
  path,
  text: path.endsWith('/weibo-after-call.yaml') ? text.replace('platform: weibo', 'platform: phone') : text,
}));
const { scripts, shops, personas, rubrics } = loadContent(onThePhone);

it('the hotline wants back what was heard, and nothing that has to be seen', () => {
  const script = scripts.get('weibo-after-call')?.value;
  const shop = script && shops.get(script.shop)?.value;
  const persona = personas.get('rational')?.value;
  const rubric = rubrics.get('default')?.value;
  if (!script || !shop || !persona || !rubric) throw new Error('the library is not whole');
  const called = exerciseFor(script, shop, persona, 1);
  expect(called.facts.script.marketplace?.channel).toBe('phone');
  const { exercise, hear } = stageFor(called, loadRecogniser());
  const lost = (text: string) => {
    const { log } = play(exercise, hear, 1, 1, [{ after: 5, text }]);
    const { dimensions } = scoreRehearsal({ facts: exercise.facts, rubric, pace: 1, log });
    const style = dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'style');
    return style?.evidence.filter(({ effect }) => effect === 'lost').length;
  };
  expect(lost('您好，您的意思是帐杆断了，说好的回电没有打，对吗？')).toBe(0);
  expect(lost('您好，请点击链接查看')).toBe(2);
});
