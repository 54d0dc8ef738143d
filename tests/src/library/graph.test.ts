import { readContent } from '@kefu/server/cli/content';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { variantsOf } from '@kefu/shared/script/case';
import { mermaidOf } from '@kefu/shared/script/graph';
import { expect, it } from 'vitest';
import { kefu } from '../cli/kefu';

const { scripts, shops, personas } = readContent();

it.each([...scripts.keys()])(
  'the graph of %s shows every beat, every step between them and every ending',
  (id) => {
    const script = scripts.get(id)?.value;
    const shop = script && shops.get(script.shop)?.value;
    const [persona] = [...personas.values()];
    if (!script || !shop || !persona) throw new Error(`no exercise for ${id}`);
    const [variant = ''] = variantsOf(script);
    const lines = mermaidOf(makeExercise(script, shop, persona.value, variant).facts).split('\n');
    const name = (part: string) => part.replaceAll('-', '_');
    for (const [beat, { next }] of Object.entries(script.beats)) {
      expect(lines).toContain(`  state "${beat}" as ${name(beat)}`);
      const steps = lines.filter((line) => line.startsWith(`  ${name(beat)} --> `));
      expect(steps).toHaveLength(next.length);
    }
    const endings = [...script.outcome.close, ...script.outcome.leave].map(({ ending }) => ending);
    for (const ending of [...endings, script.outcome.boil, 'red-line']) {
      expect(lines).toContain(`  ${name(`ending-${ending}`)} --> [*]`);
    }
    // A label ends at a colon; nothing in a condition may cut it.
    for (const line of lines) expect(line.split(': ').length, line).toBeLessThanOrEqual(2);
  },
);

it('an unknown script is refused with the names of those that there are', async () => {
  const { code, stderr } = await kefu(['graph', 'nothing']);
  expect(code).toBe(2);
  expect(stderr).toContain('shipping-time');
});
