import type { Persona } from '@kefu/shared/persona/schema';
import { type Exercise, exerciseFor } from '@kefu/shared/rehearsal/exercise';
import { type RehearsalState, turnOf } from '@kefu/shared/rehearsal/state';
import { nextWake, start, step } from '@kefu/shared/rehearsal/step';
import type { Content } from '@kefu/shared/script/load';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { prepareTeaching, understand } from '@kefu/shared/understanding/understand';

/** A customer and a way to talk with it for long: replies, and how many messages it answers each with. */
export type Talk = {
  readonly script: string;
  readonly persona: string;
  readonly seed: number;
  /** How many messages the customer begins with. */
  readonly opening: number;
  readonly turns: readonly { readonly text: string; readonly answers: number }[];
};

/** A customer who waits for ever, so that a busy machine does not change the talk. */
export const PATIENT = 0;

/** Other replies that are tried before a talk counts as at its end. */
const TRIES = 60;
/** A customer in a worse mood than this is left alone. */
const CALM = 4;
/** Time between two turns, ms. */
const PAUSE_MS = 1_000;

/**
 * Finds talks of `turns` turns in the library: real replies of its transcripts, in an order in which a customer answers each of
 * them and then waits for the next. Not every customer can be talked to for so long.
 * @param texts replies to choose from, the same order gives the same talks
 */
export function findTalks(
  content: Content,
  recogniser: Recogniser,
  texts: readonly string[],
  { count, turns }: { count: number; turns: number },
): Talk[] {
  const talks: Talk[] = [];
  for (const { value: script } of content.scripts.values()) {
    const shop = content.shops.get(script.shop)?.value;
    for (const { value: persona } of content.personas.values()) {
      if (!shop || talks.length === count) continue;
      const seed = talks.length;
      const exercise = exerciseFor(script, shop, persona, seed);
      const talk = talkWith(exercise, recogniser, texts, { persona, seed, turns });
      if (talk.turns.length === turns) talks.push({ script: script.id, persona: persona.id, seed, ...talk });
    }
  }
  return talks;
}

function talkWith(
  exercise: Exercise,
  recogniser: Recogniser,
  texts: readonly string[],
  { persona, seed, turns: wanted }: { persona: Persona; seed: number; turns: number },
): Pick<Talk, 'opening' | 'turns'> {
  const teaching = prepareTeaching(recogniser, exercise.facts.teaching);
  const turns: { text: string; answers: number }[] = [];
  const first = start(exercise, seed, PATIENT);
  let { state, answers: opening } = hearOut(exercise, first.state);
  let next = seed;
  for (let tries = 0; tries < TRIES && turns.length < wanted; tries++) {
    // A step that has no divisor with most numbers of texts, so that one talk has replies of many scripts.
    next = (next + 37) % texts.length;
    const text = texts[next] ?? '';
    const understood = understand(recogniser, teaching, text, state.lastHeard);
    const at = state.now + PAUSE_MS;
    const replied = step(exercise, state, { type: 'reply', at, id: 'reply', text, understood });
    const heard = hearOut(exercise, replied.state);
    const { level } = heard.state.machine.context;
    if (!waits(heard.state) || heard.answers === 0 || level > Math.max(CALM, persona.mood.start)) continue;
    turns.push({ text, answers: heard.answers });
    ({ state } = heard);
    tries = 0;
  }
  return { opening, turns };
}

/** Lets the customer say its say. */
function hearOut(exercise: Exercise, state: RehearsalState): { state: RehearsalState; answers: number } {
  let now = state;
  let answers = 0;
  for (let wake = nextWake(now); wake !== undefined && !now.over; wake = nextWake(now)) {
    if (waits(now)) break;
    const next = step(exercise, now, { type: 'tick', at: wake });
    now = next.state;
    answers += next.entries.filter(({ kind }) => kind === 'message').length;
  }
  return { state: now, answers };
}

/** Nothing happens before the next reply. */
const waits = (state: RehearsalState): boolean =>
  state.ending === undefined && state.outbox.length === 0 && turnOf(state) === 'waiting';
