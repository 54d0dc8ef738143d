import { ActionNameSchema } from '../script/action';
import { ACTION_NAMES } from '../script/action-names';
import type { Case } from '../script/case';
import type { Condition } from '../script/condition';
import type { Bilingual } from '../script/text';
import { ACTS } from '../understanding/acts';

/** More ways than this would be read out, not used. */
const MOST = 4;

/** What a condition asks a reply or an action to do, in words for people; each once, the first few. */
export function waysToMeet(facts: Pick<Case, 'teaching'>, condition: Condition): Bilingual[] {
  const ways = new Map<string, Bilingual>();
  for (const way of within(facts, condition)) if (ways.size < MOST) ways.set(way.zh, way);
  return [...ways.values()];
}

function* within({ teaching }: Pick<Case, 'teaching'>, condition: Condition): Generator<Bilingual> {
  const { act, cue, claim, doing, did, all, any } = condition;
  for (const id of Object.keys(claim ?? {})) {
    const known = teaching.claims[id];
    if (known?.lookUp) yield ACTION_NAMES[known.lookUp];
    if (known) yield { zh: `给出${known.title}`, en: `state “${known.title}”` };
  }
  for (const id of cue ?? []) {
    const title = teaching.cues[id]?.title;
    if (title !== undefined) yield { zh: title, en: `“${title}”` };
  }
  for (const deed of [...(doing ?? []), ...(did ?? [])]) {
    const name = ActionNameSchema.safeParse(deed);
    if (name.success) yield ACTION_NAMES[name.data];
  }
  for (const id of act ?? []) yield { zh: ACTS[id].zh, en: ACTS[id].en };
  for (const part of [...(all ?? []), ...(any ?? [])]) yield* within({ teaching }, part);
}
