import { setImmediate as turn } from 'node:timers/promises';
import type { Doubtful, DoubtfulReply } from '@kefu/shared/protocol/teaching';
import { heardAt } from '@kefu/shared/rehearsal/heard';
import { doubtOf } from '@kefu/shared/understanding/doubt';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import type { Recognisers } from '../content/recognisers';
import { type Labels, replyId } from '../storage/labels';
import type { Rehearsals } from '../storage/rehearsals';

/** How far back it is looked: the last weeks of a busy team. */
const REHEARSALS = 1_000;
const REPLIES = 3_000;
/** The doubt from which a reply is worth a trainer's time. */
const DOUBTFUL = 0.7;
const PAGE = 20;
/** An act below this probability is not explained. */
const LIKELY = 0.1;
const WORDS = 3;
/** Longer words are whole clauses, which say nothing that the reply does not say. */
const LONGEST_WORD = 10;

type Written = { readonly id: string; readonly text: string; readonly context: string; times: number };
type Judged = Written & { readonly degree: number };

/** Finds the replies that the recogniser is unsure of, in the logs as they are: nothing is written while people rehearse. */
export class DoubtfulReplies {
  private readonly rehearsals: Rehearsals;
  private readonly labels: Labels;
  private readonly recognisers: Recognisers;
  /** Doubts that the current model had when it was last asked, by reply. */
  private known = { hash: '', degrees: new Map<string, number>() };

  constructor(parts: { rehearsals: Rehearsals; labels: Labels; recognisers: Recognisers }) {
    this.rehearsals = parts.rehearsals;
    this.labels = parts.labels;
    this.recognisers = parts.recognisers;
  }

  async find(): Promise<Doubtful> {
    const recogniser = await this.recognisers.load(this.recognisers.current);
    const judged = await this.judge(await this.written(), recogniser);
    // Decided since the search began, perhaps by somebody else.
    const decided = await this.labels.decided();
    const doubtful = judged
      .filter(({ id, degree }) => degree >= DOUBTFUL && !decided.has(id))
      .sort((a, b) => b.degree - a.degree || b.times - a.times || (a.id < b.id ? -1 : 1));
    return {
      replies: doubtful.slice(0, PAGE).map((reply) => suggest(recogniser, reply)),
      left: doubtful.length,
    };
  }

  /** The newest replies, equal ones once, each with the very words that the recogniser got then. */
  private async written(): Promise<Written[]> {
    const found = new Map<string, Written>();
    let count = 0;
    for (const rehearsal of await this.rehearsals.newest(REHEARSALS)) {
      const log = await this.rehearsals.spoken(rehearsal);
      const heard = heardAt(log);
      for (const [index, entry] of log.entries()) {
        if (entry.kind !== 'reply') continue;
        const { text } = entry;
        const context = heard[index] ?? '';
        const id = replyId(text, context);
        const known = found.get(id);
        if (known) known.times += 1;
        else if (text.trim() !== '') found.set(id, { id, text, context, times: 1 });
        count += 1;
      }
      if (count >= REPLIES) break;
      // Between two logs everybody else gets their turn.
      await turn();
    }
    return [...found.values()];
  }

  private async judge(written: readonly Written[], recogniser: Recogniser): Promise<Judged[]> {
    const { hash } = recogniser;
    const known = this.known.hash === hash ? this.known.degrees : new Map<string, number>();
    const judged: Judged[] = [];
    for (const reply of written) {
      const before = known.get(reply.id);
      judged.push({ ...reply, degree: before ?? doubtOf(recogniser, reply.text, reply.context).degree });
      if (before === undefined) await turn();
    }
    this.known = { hash, degrees: new Map(judged.map(({ id, degree }) => [id, degree])) };
    return judged;
  }
}

function suggest(recogniser: Recogniser, { id, text, context, times, degree }: Judged): DoubtfulReply {
  const { suggestions } = doubtOf(recogniser, text, context);
  return {
    ...{ id, text, context, times, doubt: degree },
    suggestions: suggestions.map(({ act, probability, said }) => ({
      ...{ act, probability, said },
      words: probability < LIKELY ? [] : wordsFor(recogniser, text, context, act),
    })),
  };
}

/** The words that speak for an act most, without those that are part of a longer one. */
function wordsFor(
  { explain }: Recogniser,
  text: string,
  context: string,
  act: DoubtfulReply['suggestions'][number]['act'],
): string[] {
  const words = explain(text, context, act)
    .filter(({ weight, words }) => weight > 0 && words.trim() !== '' && words.length <= LONGEST_WORD)
    .map(({ words }) => words);
  return words.filter((one) => !words.some((other) => other !== one && other.includes(one))).slice(0, WORDS);
}
