import { readContent, scenariosFolder } from '@kefu/server/cli/content';
import { readSources } from '@kefu/server/content/sources';
import { Transcripts } from '@kefu/server/content/transcripts';
import type { Action } from '@kefu/shared/script/action';
import { makeCase, variantFor } from '@kefu/shared/script/case';
import { movesIn } from '@kefu/shared/script/runs';
import type { Shop } from '@kefu/shared/shop/schema';
import type { Desk } from './desk';

/** A rehearsal whose model transcript lies beside its script. */
export type Played = { script: string; persona: string; seed: number };

/** Says and does at the desk what the model transcript of a script does, to the end of the talk. */
export async function playModel(desk: Desk, { script: scriptId, persona: personaId, seed }: Played) {
  const content = readContent();
  const script = content.scripts.get(scriptId)?.value;
  const shop = content.shops.get(script?.shop ?? '')?.value;
  const persona = content.personas.get(personaId)?.value;
  const { runs } = new Transcripts(readSources(scenariosFolder()), content.scripts).of(scriptId) ?? {};
  const run = runs?.find(
    ({ kind, personas, seeds }) => kind === 'model' && personas.includes(personaId) && seeds.includes(seed),
  );
  if (!script || !shop || !persona || !run) throw new Error(`${scriptId} has no model run with ${personaId}`);
  for (const move of movesIn(run, makeCase(script, shop, persona, variantFor(script, seed)))) {
    if ('text' in move) await desk.exchange(move.text);
    else await lookUp(desk, move.action, shop);
  }
  await desk.endCard.waitFor();
}

async function lookUp(desk: Desk, action: Action, { policies }: Shop): Promise<void> {
  switch (action.do) {
    case 'look-up-order':
      return desk.lookUpOrder();
    case 'look-up-policy':
      return desk.openCard(policies.find(({ id }) => id === action.with.policy)?.title ?? '');
    default:
      throw new Error(`no way is known to ${action.do} at the desk`);
  }
}
