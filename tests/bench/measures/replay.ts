import type { Entry } from '@kefu/shared/rehearsal/entry';
import type { Exercise } from '@kefu/shared/rehearsal/exercise';
import { replay as playAgain } from '@kefu/shared/rehearsal/replay';
import { nextWake, start, step } from '@kefu/shared/rehearsal/step';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { prepareTeaching, understand } from '@kefu/shared/understanding/understand';
import { type Benchmark, figure } from '../figure';
import { EMOTIONAL, exerciseOf, library } from './library';

const SEED = 1;
const PACE = 1;
/** Replies that a trainee writes in a row, and the time between them, ms: less than the customer needs to read one. */
const BURST = 20;
const BETWEEN_MS = 400;

/** A long rehearsal, computed and scored again from its inputs. */
export const replay: Benchmark = {
  name: 'replay',
  title: 'Replaying and scoring a long rehearsal again',
  async run({ short, say }) {
    const messages = short ? 200 : 1_000;
    const rounds = short ? 3 : 15;
    say(`a rehearsal of ${messages} messages`);
    const { exercise, log } = longRehearsal(messages);
    const rubric = library().content.rubrics.get('default')?.value;
    if (!rubric) throw new Error('no rubric');
    const took: number[] = [];
    const busy: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const began = performance.now();
      const before = process.cpuUsage();
      const again = playAgain(exercise, SEED, PACE, log, log.at(-1)?.at ?? 0);
      scoreRehearsal({ facts: exercise.facts, rubric, pace: PACE, log: again.entries });
      const { user, system } = process.cpuUsage(before);
      if (round > 0) {
        took.push(performance.now() - began);
        busy.push((user + system) / 1000);
      }
      if (again.entries.length !== log.length) throw new Error('the replay came out otherwise');
    }
    const what = `a rehearsal of ${messages} messages replayed and scored`;
    return [figure(what, 'ms', took, { atMost: 150 }), figure(`${what}, CPU`, 'ms', busy)];
  },
};

/** Real replies in bursts, with what the customer says between them; a burst that would end the talk is passed over. */
function longRehearsal(messages: number): { exercise: Exercise; log: Entry[] } {
  const { recogniser, replies } = library();
  const exercise = exerciseOf({ ...EMOTIONAL, seed: SEED });
  const teaching = prepareTeaching(recogniser, exercise.facts.teaching);
  // What stands before a reply matters little here, and the log keeps what was understood.
  const known = new Map(replies.map((text) => [text, understand(recogniser, teaching, text)]));
  let { state, entries } = start(exercise, SEED, PACE);
  let log: readonly Entry[] = entries;
  const said = () => log.filter(({ kind }) => kind === 'reply' || kind === 'message').length;
  for (let next = 0; said() < messages && next < 100 * messages; ) {
    let [trial, written] = [state, [...log]];
    const take = (input: Parameters<typeof step>[2]) => {
      ({ state: trial, entries } = step(exercise, trial, input));
      written = [...written, ...entries];
    };
    for (let one = 0; one < BURST; one++, next++) {
      const text = replies[next % replies.length] ?? '';
      const understood = known.get(text) ?? understand(recogniser, teaching, text);
      take({ type: 'reply', at: trial.now + BETWEEN_MS, id: `reply-${next}`, text, understood });
    }
    // The customer reads and answers.
    for (
      let wake = nextWake(trial);
      wake !== undefined && trial.outbox.length === 0;
      wake = nextWake(trial)
    ) {
      take({ type: 'tick', at: wake });
    }
    if (trial.ending === undefined) [state, log] = [trial, written];
  }
  return { exercise, log: [...log] };
}
