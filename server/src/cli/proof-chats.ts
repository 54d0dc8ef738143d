import { join } from 'node:path';
import { chatOf, moveLine } from '@kefu/shared/proof/chat';
import type { Finding } from '@kefu/shared/proof/prove-script';
import { Witnesses } from '@kefu/shared/proof/witness';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { variantFor } from '@kefu/shared/script/case';
import type { Content } from '@kefu/shared/script/load';
import { movesIn, type Runs, stageFor } from '@kefu/shared/script/runs';
import type { LabelledReply } from '@kefu/shared/understanding/labelled-reply';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { readRepliesFile } from '../content/replies';

/** A finding's chat as a file of moves, and how to play it. */
export type PlayableChat = {
  readonly seed: number;
  /** Lines of the moves file; those that could be put into words. */
  readonly lines: readonly string[];
  /** Every letter found words that the recogniser understands as just that. */
  readonly whole: boolean;
};

/** Plain sentences with the acts that they do. */
export const readWitnesses = (scenarios: string): LabelledReply[] =>
  readRepliesFile(join(scenarios, 'replies/witnesses.jsonl'));

/** Writes the chat of a finding with real replies: sentences of the script's runs and cues, and plain ones. */
export function playableChat(
  content: Content,
  { script: id, persona: personaId, overlays, variant, chat }: Finding,
  runs: Runs | undefined,
  plain: readonly LabelledReply[],
  recogniser: Recogniser,
): PlayableChat | undefined {
  const script = content.scripts.get(id)?.value;
  const persona = content.personas.get(personaId)?.value;
  const shop = script && content.shops.get(script.shop)?.value;
  if (!script || !persona || !shop) return undefined;
  const laid = overlays.flatMap((overlay) => content.overlays.get(overlay)?.value ?? []);
  const { exercise, hear } = stageFor(makeExercise(script, shop, persona, variant, laid), recogniser);
  const said = (runs?.runs ?? []).flatMap((run) =>
    movesIn(run, exercise.facts).flatMap((move) => ('text' in move ? [move.text] : [])),
  );
  const witnesses = new Witnesses(exercise.facts, hear, [...plain.map(({ text }) => text), ...said]);
  let seed = 1;
  while (variantFor(script, seed) !== variant) seed++;
  const { moves, whole } = chatOf(exercise, seed, chat, witnesses, hear);
  return { seed, lines: moves.map(moveLine), whole };
}
