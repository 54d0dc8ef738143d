/// <reference path="./nlpjs-packages.d.ts" />
import { type Act, ActSchema } from '@kefu/shared/understanding/acts';
import type { LabelledReply } from '@kefu/shared/understanding/labelled-reply';
import { measure } from '@kefu/shared/understanding/metrics';

/** What nlp.js says of a reply: acts with scores from 0 to 1, as many as it considered. */
export type Said = readonly { readonly act: Act; readonly confidence: number }[];
export type Rival = (text: string) => Promise<Said>;

const BETWEEN = '|';
const NOTHING = 'None';

/**
 * Trains the Chinese NLU of nlp.js (node-nlp's engine) on labelled replies. It takes minutes. The packages are for
 * development only, so they are loaded when asked for.
 */
export async function trainNlpjs(replies: readonly LabelledReply[]): Promise<Rival> {
  const { containerBootstrap } = await import('@nlpjs/core');
  const { LangZh } = await import('@nlpjs/lang-zh');
  const { NluNeural } = await import('@nlpjs/nlu');

  /** It teaches one intent per example as it comes; a reply does several things, so each example teaches all of them. */
  class ManyActs extends NluNeural {
    override async prepareCorpus(input: unknown) {
      const prepared = await super.prepareCorpus(input);
      for (const example of prepared.corpus) {
        const acts = Object.keys(example.output).flatMap((intent) => intent.split(BETWEEN));
        example.output = Object.fromEntries(acts.map((act) => [act, 1]));
      }
      return prepared;
    }
  }

  const container = await containerBootstrap();
  container.use(LangZh);
  const nlu = new ManyActs({ container, locale: 'zh', log: false, useNoneFeature: false });
  await nlu.train(
    replies.map(({ text, labels }) => ({ utterance: text, intent: labels.join(BETWEEN) || NOTHING })),
    { log: false },
  );
  return async (text) => {
    const { classifications } = await nlu.process(text);
    return classifications.flatMap(({ intent, score }) => {
      const act = ActSchema.safeParse(intent);
      return act.success ? [{ act: act.data, confidence: score }] : [];
    });
  };
}

/**
 * The score from which counting an act suits these rows best, by macro- and micro-F1. It is chosen on the very rows
 * that are measured, which is more than our own recogniser is granted.
 */
export function kindestThreshold(rows: readonly LabelledReply[], said: readonly Said[]): number {
  let best = { f1: -1, threshold: 0 };
  for (let percent = 2; percent <= 80; percent += 2) {
    const threshold = percent / 100;
    const { macroF1, microF1 } = measure(judgedFrom(rows, said, threshold));
    if (macroF1 + microF1 > best.f1) best = { f1: macroF1 + microF1, threshold };
  }
  return best.threshold;
}

export const judgedFrom = (rows: readonly LabelledReply[], said: readonly Said[], threshold: number) =>
  rows.map(({ labels, contested = [] }, index) => ({
    labels,
    contested,
    hits: (said[index] ?? []).filter(({ confidence }) => confidence >= threshold),
  }));
