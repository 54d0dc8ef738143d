import type { Entry } from '@kefu/shared/rehearsal/entry';
import type { Exercise } from '@kefu/shared/rehearsal/exercise';
import { replay } from '@kefu/shared/rehearsal/replay';
import { nextWake, start, step } from '@kefu/shared/rehearsal/step';
import { findClaims } from '@kefu/shared/understanding/claims';
import { findCues } from '@kefu/shared/understanding/cues';
import { type PreparedTeaching, prepareTeaching, understand } from '@kefu/shared/understanding/understand';
import { cpuOf } from '../cpu';
import { type Benchmark, figure } from '../figure';
import { PATIENT, type Talk } from '../load/talk';
import { exerciseOf, library, talks } from './library';

const TURNS = 16;

type Heard = { readonly text: string; readonly context: string };
type Played = {
  readonly exercise: Exercise;
  readonly teaching: PreparedTeaching;
  readonly seed: number;
  readonly heard: readonly Heard[];
  readonly log: readonly Entry[];
};

/** Where the time of a whole turn goes, each part by itself in one process that does nothing else. */
export const parts: Benchmark = {
  name: 'parts',
  title: 'The parts of a turn',
  async run({ short, say }) {
    const rounds = short ? 3 : 12;
    const { recogniser } = library();
    const all = talks(TURNS).map(played);
    const turns = all.reduce((sum, { heard }) => sum + heard.length, 0);
    const works = {
      'acts of the reply': ({ heard }: Played) => {
        for (const { text, context } of heard) recogniser.recognise(text, context);
      },
      'its cues': ({ heard, teaching }: Played) => {
        for (const { text } of heard) findCues(text, teaching.cues);
      },
      'its claims': ({ heard, teaching }: Played) => {
        for (const { text, context } of heard) findClaims(text, context, teaching.claims);
      },
      'steps of the customer': ({ exercise, seed, log }: Played) => {
        replay(exercise, seed, PATIENT, log, log.at(-1)?.at ?? 0);
      },
      'the log as JSON': ({ log }: Played) => {
        for (const entry of log) JSON.stringify(entry);
      },
    };
    const took = new Map<string, number[]>();
    for (let round = -1; round <= rounds; round++) {
      say(round <= 0 ? 'warming up' : `round ${round} of ${rounds}`);
      for (const [what, work] of Object.entries(works)) {
        const cpu = await cpuOf(() => all.forEach(work));
        if (round > 0) took.set(what, [...(took.get(what) ?? []), cpu / turns]);
      }
    }
    return [...took].map(([what, values]) => figure(what, 'µs', values));
  },
};

/** Plays a talk as the load generator has it played. */
function played(talk: Talk): Played {
  const { recogniser } = library();
  const { seed, turns } = talk;
  const exercise = exerciseOf(talk);
  const teaching = prepareTeaching(recogniser, exercise.facts.teaching);
  const heard: Heard[] = [];
  const first = start(exercise, seed, PATIENT);
  const log = [...first.entries];
  let { state } = first;
  const take = (input: Parameters<typeof step>[2]) => {
    const next = step(exercise, state, input);
    ({ state } = next);
    log.push(...next.entries);
  };
  const hearOut = () => {
    for (let wake = nextWake(state); wake !== undefined; wake = nextWake(state))
      take({ type: 'tick', at: wake });
  };
  hearOut();
  for (const [index, { text }] of turns.entries()) {
    const context = state.lastHeard;
    heard.push({ text, context });
    const understood = understand(recogniser, teaching, text, context);
    take({ type: 'reply', at: state.now + 1_000, id: `turn-${index}`, text, understood });
    hearOut();
  }
  return { exercise, teaching, seed, heard, log };
}
