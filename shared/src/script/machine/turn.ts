import { type Case, speaks } from '../case';
import type { Need } from '../schema';
import { bare, type ChartState, type CustomerAction, type CustomerTransition } from './chart';
import { learn, say, toEndings, worsen } from './regions';

/**
 * Who has the word. `reading`: the customer reads the burst; every further reply starts it again, so that the
 * whole burst is answered at once. `waiting`: an answer is owed and patience runs out step by step.
 */
export function turnRegion(facts: Case): ChartState {
  const { persona, script } = facts;
  const hear: CustomerTransition = { actions: [bare('hear')], target: '#reading' };
  const leave = toEndings(facts, script.outcome.leave, 'voice.leave');

  const waiting = persona.patience.map((step, index) => [
    `step-${index}`,
    {
      after: {
        [`patience-${index}`]: step.leave
          ? leave
          : [
              {
                target: `step-${index + 1}`,
                actions: [worsen(step.mood), ...(step.say ? [say(`voice.${step.say}`)] : [])],
              },
            ],
      },
    },
  ]);

  return {
    initial: script.opens === 'customer' ? 'speaking' : 'unaware',
    states: {
      /** The agent is to write first and the customer knows nothing of it. */
      unaware: { on: { REPLY: [hear] }, after: { leave } },
      speaking: {
        on: {
          REPLY: [{ actions: [bare('hear')] }],
          SPOKEN: [
            { guard: bare('reading'), target: 'reading' },
            { guard: bare('holding'), target: 'holding' },
            { guard: bare('owes'), target: 'waiting' },
            { target: 'resting' },
          ],
        },
      },
      reading: {
        id: 'reading',
        on: { REPLY: [{ ...hear, reenter: true }] },
        after: {
          reading: [{ target: 'deciding', actions: [bare('respond')] }],
        },
      },
      deciding: { on: { PROCEED: [{ actions: [bare('look')] }], SPEAK: decisions(facts) } },
      waiting: { initial: 'step-0', on: { REPLY: [hear] }, states: Object.fromEntries(waiting) },
      holding: {
        on: { REPLY: [hear] },
        after: { hold: [{ target: 'waiting', actions: [say('voice.wait-over')] }] },
      },
      /** Nothing is owed: the talk closes by itself unless the agent has more to say. */
      resting: {
        on: { REPLY: [hear] },
        after: { rest: toEndings(facts, script.outcome.close, 'voice.bye') },
      },
    },
  };
}

/** What the customer says when feelings, needs and agenda have had their say: the first that fits. */
function decisions(facts: Case): CustomerTransition[] {
  const { persona, script } = facts;
  const speaking = (...actions: CustomerAction[]) => ({
    target: 'speaking',
    actions: [...actions, bare('settle')],
  });
  const resting = Object.entries(script.beats)
    .filter(([, beat]) => !beat.owes)
    .map(([id]) => id);

  const asks = ([id, need]: [string, Need], beats?: string[]): CustomerTransition[] => {
    if (!speaks(facts, need.ask)) return [];
    const asking = { need: id, since: need.since, ...(beats && { beats }) };
    return [
      {
        guard: { type: 'agenda', params: { ...asking, asked: false } },
        ...speaking(say(`need.${id}.ask`), learn(`asked:${id}`)),
      },
      {
        guard: { type: 'agenda', params: { ...asking, asked: true } },
        ...speaking(say(`need.${id}.again`), bare('tire')),
      },
    ];
  };
  const needs = Object.entries(facts.needs);
  return [
    { guard: bare('underway'), actions: [bare('defer')] },
    { guard: bare('asked'), ...speaking() },
    { guard: bare('asksToWait'), ...speaking(say('voice.wait', false), bare('hold')) },
    // A doubt that the agent has woken is asked even by a customer who expects nothing more.
    ...needs.filter(([, { spare }]) => spare).flatMap((need) => asks(need, resting)),
    { guard: { type: 'inBeat', params: { beats: resting } }, ...speaking() },
    ...needs.flatMap((need) => asks(need)),
    { guard: bare('moved'), ...speaking() },
    speaking(say('voice.unclear'), worsen(persona.askingAgain)),
  ];
}
