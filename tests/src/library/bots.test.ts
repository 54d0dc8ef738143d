import { readContent, scenariosFolder } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { readWitnesses } from '@kefu/server/cli/proof-chats';
import { botsWith } from '@kefu/shared/proof/bots';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { play } from '@kefu/shared/rehearsal/play';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { variantsOf } from '@kefu/shared/script/case';
import { stageFor } from '@kefu/shared/script/runs';
import { describe, expect, it } from 'vitest';

const content = readContent();
const recogniser = loadRecogniser();
const rubric = content.rubrics.get('default')?.value;
if (!rubric) throw new Error('the default rubric is missing');
const bots = botsWith(readWitnesses(scenariosFolder()));

describe.each([...content.scripts.values()])('$value.id', ({ value: script }) => {
  const shop = content.shops.get(script.shop)?.value;
  const personas = [...content.personas.values()].map(({ value }) => value);
  // Each variant with some persona and each persona with some variant; `kefu check --prove` plays all of them.
  const variants = variantsOf(script);
  const pairs = Array.from({ length: Math.max(personas.length, variants.length) }, (_, index) => ({
    persona: personas[index % personas.length],
    variant: variants[index % variants.length],
  }));
  const stages = pairs.flatMap(({ persona, variant }) =>
    shop && persona && variant ? [stageFor(makeExercise(script, shop, persona, variant), recogniser)] : [],
  );

  it.each(Object.entries(bots))('fails a trainee who is %s, with every customer', (_, { moves, below }) => {
    for (const { exercise, hear } of stages) {
      const { facts } = exercise;
      const { log, state } = play(exercise, hear, 7, 1, moves);
      const { total, ending, passed } = scoreRehearsal({ facts, rubric, pace: 1, log });
      const who = `${facts.persona.id} ${facts.variant}: ${ending} ${total}`;
      expect({ over: state.over, passed, low: total < below }, who).toEqual({
        over: true,
        passed: false,
        low: true,
      });
    }
  });
});
