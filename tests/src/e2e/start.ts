import { readContent } from '@kefu/server/cli/content';
import { DeskSchema, type NewRehearsal, NewRehearsalSchema, SessionSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { variantFor } from '@kefu/shared/script/case';
import type { Page } from 'playwright-core';
import { Desk } from './desk';

/** From the front door into the library. */
export async function comeAsGuest(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: '以游客身份试练' }).click();
  await page.getByRole('heading', { name: '剧本库' }).waitFor();
}

/** The first seed that leads to a variant of a script. */
export function seedFor(scriptId: string, variant: string): number {
  const script = readContent().scripts.get(scriptId)?.value;
  for (let seed = 0; script && seed < 100; seed += 1) if (variantFor(script, seed) === variant) return seed;
  throw new Error(`no seed leads to ${scriptId} ${variant}`);
}

/** The page leaves the seed to the server; from here on the rehearsals that it starts have this one. */
export async function fixSeed(page: Page, seed: number): Promise<void> {
  await page.route(`**${ROUTES.rehearsals}`, async (route) => {
    const request = route.request();
    if (request.method() !== 'POST') return route.fallback();
    await route.continue({ postData: { ...NewRehearsalSchema.parse(request.postDataJSON()), seed } });
  });
}

/** A guest at the desk of a rehearsal that has just begun, without the way through the library. */
export async function sitDown(page: Page, wanted: Partial<NewRehearsal> = {}): Promise<Desk> {
  await comeAsGuest(page);
  const session = SessionSchema.parse(await (await page.request.get(ROUTES.session)).json());
  const script = 'shipping-time';
  const data = { script, persona: 'emotional', seed: seedFor(script, 'on-time'), ...wanted };
  const headers = { 'x-csrf-token': session.csrf };
  const answer = await page.request.post(ROUTES.rehearsals, { headers, data });
  const { rehearsal } = DeskSchema.parse(await answer.json());
  await page.goto(`/rehearsals/${rehearsal.id}`);
  return Desk.begin(page);
}
