import type { Hint } from '@kefu/shared/rehearsal/entry';
import { replay } from '@kefu/shared/rehearsal/replay';
import { expect, test } from 'vitest';
import { exerciseOf, Stage } from './stage';

/** Asks for a hint now. */
function ask(stage: Stage): Hint {
  const entry = stage.act({ do: 'hint', with: {} }).findLast(({ kind }) => kind === 'action');
  if (entry?.kind !== 'action' || entry.outcome.status !== 'done' || !entry.outcome.hint) {
    throw new Error('no hint came');
  }
  return entry.outcome.hint;
}

/** The customer has said its first words. */
function seated(persona: string): Stage {
  const stage = new Stage(exerciseOf('shipping-time', persona, 'on-time'));
  stage.until(10);
  return stage;
}

test('while the customer is still writing the hint is to listen', () => {
  expect(ask(new Stage(exerciseOf('shipping-time', 'emotional', 'on-time'))).about).toBe('listen');
});

test('an angry customer is to be soothed first, in words that grow plainer', () => {
  const stage = new Stage(exerciseOf('dress-colour', 'emotional'));
  stage.until(10);
  const [first, second] = [ask(stage), ask(stage)];
  expect([first.about, first.level]).toEqual(['soothe', 1]);
  expect([second.about, second.level]).toEqual(['soothe', 2]);
  expect(second.words.zh).toContain('共情安抚');
});

test('hints go through all that is open, and never say what the customer keeps to itself', () => {
  const stage = seated('doubtful');
  const hints = Array.from({ length: 30 }, () => ask(stage));
  expect(hints.map(({ about }) => about)).toEqual(expect.arrayContaining(['need', 'hidden']));
  const said = hints.map(({ words }) => words.zh + words.en).join();
  const { hidden, needs } = stage.exercise.facts.script;
  for (const { title } of Object.values(hidden)) expect(said).not.toContain(title.zh);
  for (const id of Object.keys(stage.exercise.facts.needs)) {
    if (!stage.state.machine.context.known[`asleep:${id}`]) expect(said).toContain(needs[id]?.title.zh);
  }
});

test('a need that is met is no longer hinted at', () => {
  const stage = seated('rational');
  const before = Array.from({ length: 30 }, () => ask(stage).words.zh).join();
  const met = () =>
    Object.entries(stage.exercise.facts.needs).filter(
      ([id]) => stage.state.machine.context.known[`need:${id}`],
    );
  stage.exchange({ acts: ['timeline', 'inform'], claims: { 'ship-by': 'right' } });
  const titles = met().map(([, { title }]) => title.zh);
  expect(titles.length).toBeGreaterThan(0);
  const after = Array.from({ length: 30 }, () => ask(stage).words.zh).join();
  for (const title of titles) {
    expect(before).toContain(title);
    expect(after).not.toContain(title);
  }
});

test('hints change nothing for the customer, and a log with them replays to the same entries', () => {
  const [asking, quiet] = [seated('rational'), seated('rational')];
  ask(asking);
  ask(asking);
  for (const stage of [asking, quiet]) stage.exchange({ acts: ['timeline'], claims: { 'ship-by': 'right' } });
  expect(asking.messages.map(({ content, at }) => ({ content, at }))).toEqual(
    quiet.messages.map(({ content, at }) => ({ content, at })),
  );
  const again = replay(asking.exercise, 1, 1, asking.log, asking.state.now);
  expect(again.entries).toEqual(asking.log);
  expect(again.state.hints).toEqual(asking.state.hints);
});
