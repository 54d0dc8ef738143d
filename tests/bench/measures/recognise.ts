import { trainNlpjs } from '@kefu/server/cli/nlpjs';
import { trainingFolder } from '@kefu/server/cli/repository';
import { readReplies } from '@kefu/server/content/replies';
import { prepareTeaching, understand } from '@kefu/shared/understanding/understand';
import { cpuOf } from '../cpu';
import { type Benchmark, figure } from '../figure';
import { pairedRatios } from '../statistics';
import { EMOTIONAL, exerciseOf, library } from './library';

/** Replies in one slice. */
const SLICE = 50;
/** Every so manieth labelled reply teaches the rival: enough to time it, see docs/understanding.md for how well each does. */
const EVERY = 30;

/** CPU time of understanding a reply, beside that of nlp.js (node-nlp), which is trained here on a part of the same replies. */
export const recognise: Benchmark = {
  name: 'recognise',
  title: 'Understanding a reply',
  async run({ short, say }) {
    const { recogniser, replies } = library();
    const rounds = short ? 4 : 12;
    const labelled = readReplies(trainingFolder()).filter(
      (_, index) => index % (short ? 10 * EVERY : EVERY) === 0,
    );
    say(`training nlp.js on ${labelled.length} replies`);
    const rival = await trainNlpjs(labelled);
    const { facts } = exerciseOf({ ...EMOTIONAL, seed: 1 });
    const teaching = prepareTeaching(recogniser, facts.teaching);
    const [ours, theirs, whole, again]: number[][] = [[], [], [], []];
    for (let round = 0; round <= rounds; round++) {
      say(round === 0 ? 'warming up' : `round ${round} of ${rounds}`);
      const slice = Array.from(
        { length: SLICE },
        (_, at) => replies[(round * SLICE + at) % replies.length] ?? '',
      );
      const heard = '什么时候发货呀';
      const own = await cpu(slice, (text) => recogniser.recognise(text, heard));
      const other = await cpu(slice, rival);
      const all = await cpu(slice, (text) => understand(recogniser, teaching, text, heard));
      const control = await cpu(slice, (text) => recogniser.recognise(text, heard));
      // The first rounds make everything hot.
      if (round === 0) continue;
      ours?.push(own);
      theirs?.push(other);
      whole?.push(all);
      again?.push(control);
    }
    const [a = [], b = [], c = [], d = []] = [ours, theirs, whole, again];
    return [
      figure('acts of a reply, our recogniser', 'µs', a),
      figure('acts of a reply, nlp.js', 'µs', b),
      figure('nlp.js : ours', '×', pairedRatios(b, a), { atLeast: 5 }),
      figure('control: ours : itself', '×', pairedRatios(d, a)),
      figure('acts, cues and claims of a reply', 'µs', c),
    ];
  },
};

/** CPU time per text, µs. */
const cpu = async (texts: readonly string[], work: (text: string) => unknown): Promise<number> =>
  (await cpuOf(async () => {
    for (const text of texts) await work(text);
  })) / texts.length;
