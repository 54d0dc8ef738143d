// The packages of nlp.js bring no types; this is the little of them that the comparison uses.

declare module '@nlpjs/core' {
  export type Container = { use(plugin: unknown): void };
  export function containerBootstrap(): Promise<Container>;
}

declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown;
}

declare module '@nlpjs/nlu' {
  import type { Container } from '@nlpjs/core';

  type Prepared = { corpus: { output: Record<string, number> }[] };
  export class NluNeural {
    constructor(settings: { container: Container; locale: string; log: boolean; useNoneFeature: boolean });
    prepareCorpus(input: unknown): Promise<Prepared>;
    train(
      corpus: readonly { utterance: string; intent: string }[],
      settings: { log: boolean },
    ): Promise<void>;
    process(utterance: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
}
