import type { Note } from '../../rehearsal/entry';
import { type Case, speaks } from '../case';
import { ALWAYS, type Condition } from '../condition';
import type { Ending } from '../kinds';
import { redLinesOf } from '../red-lines';
import type { Beat, Need } from '../schema';
import type { Pool } from '../text';
import { TONES } from '../tone';
import {
  bare,
  type ChartState,
  type CustomerAction,
  type CustomerGuard,
  type CustomerTransition,
} from './chart';
import { startsAsleep } from './context';

export const say = (pool: string, owes = true): CustomerAction => ({ type: 'say', params: { pool, owes } });
export const worsen = (by: number): CustomerAction => ({ type: 'worsen', params: { by } });
export const learn = (key: string): CustomerAction => ({ type: 'learn', params: { key } });
const note = (kind: Note['kind'], id: string): CustomerAction => ({ type: 'note', params: { kind, id } });
const counts = (condition: Condition): CustomerGuard => ({ type: 'counts', params: { condition } });
export const holds = (condition: Condition): CustomerGuard => ({ type: 'holds', params: { condition } });
const endingTarget = (ending: Ending) => `#ending-${ending}`;

/**
 * Transitions to the endings of a list, first that holds; `lastWords` are said where the ending has none of its own.
 * @param first what must hold besides
 * @param own words that are said whatever the ending
 */
export function toEndings(
  facts: Case,
  list: Case['script']['outcome']['close'],
  lastWords: string,
  guard: (condition: Condition) => CustomerGuard = holds,
  first: Condition = ALWAYS,
  own?: string,
): CustomerTransition[] {
  return list.map(({ when, ending }) => ({
    guard: guard({ all: [first, when ?? ALWAYS] }),
    target: endingTarget(ending),
    actions: [
      say(own ?? (speaks(facts, facts.script.endings[ending]?.say) ? `ending.${ending}` : lastWords), false),
      note('ending', ending),
    ],
  }));
}

/** The customer's agenda: one state for each beat. Red lines come first, whatever the beat. */
export function dialogueRegion(facts: Case): ChartState {
  const { script } = facts;
  const { close, leave } = script.outcome;
  return {
    initial: Object.keys(script.beats)[0] ?? '',
    on: {
      REACT: redLinesOf(script).map(
        ({ id, when }): CustomerTransition => ({
          guard: holds(when),
          target: endingTarget('red-line'),
          actions: [note('red-line', id), say('voice.red-line', false), note('ending', 'red-line')],
        }),
      ),
      CLOSE: [
        ...toEndings(facts, close, 'voice.bye', holds, { needs: 'met' }),
        ...toEndings(facts, leave, 'voice.leave'),
      ],
    },
    states: Object.fromEntries(
      Object.entries(script.beats).map(([id, beat]) => [id, beatState(facts, id, beat)]),
    ),
  };
}

function beatState(facts: Case, id: string, { say: pool, owes, next }: Beat): ChartState {
  const { close: closings } = facts.script.outcome;
  const asks = (poolId: string, words: Pool | undefined, owed = true): CustomerAction[] =>
    speaks(facts, words) ? [say(poolId, owed), bare('ask')] : [];
  return {
    entry: [note('beat', id), { type: 'enter', params: { beat: id } }, ...asks(`beat.${id}`, pool, owes)],
    on: {
      PROCEED: next.flatMap(({ when, say: words, go, close }, index): CustomerTransition[] => {
        const pool = `beat.${id}.${index}`;
        if (close) {
          return toEndings(
            facts,
            closings,
            'voice.bye',
            counts,
            when,
            speaks(facts, words) ? pool : undefined,
          );
        }
        const spoken = asks(pool, words, owes);
        return go === undefined
          ? [{ guard: counts(when), actions: [...spoken, bare('progress')] }]
          : [
              {
                guard: { type: 'advances', params: { condition: when } },
                target: go,
                actions: [...spoken, bare('hop')],
              },
            ];
      }),
    },
  };
}

/** How the customer feels: one state for each tone, left as soon as the level says another. */
export function moodRegion(facts: Case): ChartState {
  const { boil } = facts.script.outcome;
  // What ends the rehearsal has the last word: a targetless transition would else still act beside it.
  const noRedLine = holds({ not: { any: redLinesOf(facts.script).map(({ when }) => when) } });
  const boils: CustomerTransition = {
    guard: bare('boils'),
    target: endingTarget(boil),
    actions: [say('voice.boil', false), note('ending', boil)],
  };
  return {
    initial: 'settling',
    on: { REACT: [{ guard: noRedLine, actions: [bare('feel')] }] },
    always: [boils],
    states: {
      settling: {
        always: TONES.map((tone) => ({ guard: { type: 'isTone', params: { tone } }, target: tone })),
      },
      ...Object.fromEntries(
        TONES.map((tone) => [
          tone,
          { always: [{ guard: { type: 'tone', params: { not: tone } }, target: 'settling' }] },
        ]),
      ),
    },
  };
}

/** One need: asleep, open or met. It can be met in any order, also before the customer asks. */
export function needRegion(
  facts: Case,
  id: string,
  need: Need,
  earlierSpares: readonly string[],
): ChartState {
  const wake: CustomerAction[] = [{ type: 'wake', params: { need: id } }, note('doubt', id)];
  return {
    initial: startsAsleep(need) ? 'asleep' : 'open',
    states: {
      asleep: need.after
        ? { always: [{ guard: holds({ told: [need.after] }), target: 'open', actions: wake }] }
        : {
            on: {
              DOUBT: [
                {
                  guard: { type: 'nextToWake', params: { before: [...earlierSpares] } },
                  target: 'open',
                  actions: wake,
                },
              ],
            },
          },
      open: {
        on: {
          REACT: [
            {
              guard: counts(need.met),
              target: 'met',
              actions: [
                learn(`need:${id}`),
                bare('progress'),
                note('need', id),
                ...(speaks(facts, need.thanks) ? [say(`need.${id}.thanks`)] : []),
              ],
            },
          ],
        },
      },
      met: {},
    },
  };
}

/** One hidden fact: kept until the agent asks for it. */
export function hiddenRegion(facts: Case, id: string): ChartState {
  const hidden = facts.script.hidden[id];
  return {
    initial: 'kept',
    states: {
      kept: {
        on: {
          REACT: [
            {
              guard: counts(hidden?.when ?? ALWAYS),
              target: 'told',
              actions: [learn(`told:${id}`), bare('progress'), note('told', id), say(`hidden.${id}`)],
            },
          ],
        },
      },
      told: {},
    },
  };
}
