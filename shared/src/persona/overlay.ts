import { z } from 'zod';
import { BilingualSchema, FILE_HEAD, IdSchema, linesFor, type Pool, PoolSchema } from '../script/text';
import { InterjectsSchema, MannerSchema, mannersTogether } from './manner';
import {
  BOILING_POINT,
  NO_INTERJECTION,
  NOT_OF_ONE_SCRIPT,
  noVoice,
  type Persona,
  PersonaNeedSchema,
  ReactionSchema,
} from './schema';
import { besideScripts } from './script-free';

/**
 * A state that a customer of any kind can be in: abusive, in haste, haggling, elderly. Laid on a persona it changes its patience,
 * its mood at the start, what it reacts to, what it wants besides, and how it writes; the script knows nothing of it.
 */
export const OverlaySchema = z
  .strictObject({
    ...FILE_HEAD,
    name: BilingualSchema.describe('叠加状态的名称 / name'),
    summary: BilingualSchema.describe('一两句话的简介 / one or two sentences about it'),
    order: z
      .int()
      .default(100)
      .describe('排在第几位，也是叠加的顺序 / place in lists and order of laying on'),
    mood: z
      .int()
      .min(-3)
      .max(4)
      .default(0)
      .describe('加到起始心情上，正数更差 / added to the mood level at the start; positive is worse'),
    patience: z
      .number()
      .min(0.4)
      .max(4)
      .default(1)
      .describe('耐心的倍数，小于 1 更没耐心 / factor on the seconds of patience'),
    askingAgain: z
      .int()
      .min(-3)
      .max(3)
      .default(0)
      .describe('加到追问的代价上 / added to the mood cost of asking again'),
    reactions: z
      .array(ReactionSchema)
      .default([])
      .describe("先于画像的反应 / reactions that come before the persona's"),
    needs: z
      .record(IdSchema, PersonaNeedSchema)
      .default({})
      .describe('案例之外还想要的 / what it wants beside its case'),
    interjects: InterjectsSchema.optional().describe('时不时插一句 / throws in a line now and then'),
    manner: MannerSchema.optional().describe('打字的习惯 / how it writes'),
    voice: z
      .record(IdSchema, PoolSchema)
      .default({})
      .describe("新的话术，或给原有话术加说法 / new voices, or more lines for the persona's"),
  })
  .superRefine(({ reactions, voice, interjects, needs }, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    reactions.forEach(({ say, when }, index) => {
      if (say && !voice[say]) issue(['reactions', index, 'say'], noVoice(say));
      if (!besideScripts(when)) issue(['reactions', index, 'when'], NOT_OF_ONE_SCRIPT);
    });
    for (const [id, { met }] of Object.entries(needs)) {
      if (!besideScripts(met)) issue(['needs', id, 'met'], NOT_OF_ONE_SCRIPT);
    }
    if (interjects && !voice.interject) issue(['voice'], NO_INTERJECTION);
  });

export type Overlay = z.infer<typeof OverlaySchema>;

/**
 * The persona with overlays laid on it, in their own order whatever the order of the list. It keeps its id, so that it says the
 * lines that scripts have for it, and it is a persona like any other to everything that plays, scores or proves.
 */
export const layOver = (persona: Persona, overlays: readonly Overlay[]): Persona =>
  overlays.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)).reduce(layOne, persona);

function layOne(persona: Persona, overlay: Overlay): Persona {
  const own = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [ownId(overlay, id), value]));
  const voices = Object.entries(overlay.voice).map(([id, pool]) => [
    id,
    // Several overlays may have a voice of one name; each adds its lines.
    [...linesFor(pool, persona), ...linesFor(persona.voice[id] ?? [], persona)],
  ]);
  return {
    ...persona,
    mood: { ...persona.mood, start: within(0, persona.mood.start + overlay.mood, BOILING_POINT - 1) },
    patience: stretched(persona.patience, overlay.patience),
    askingAgain: within(1, persona.askingAgain + overlay.askingAgain, 5),
    reactions: [
      ...overlay.reactions.map((reaction) => ({ ...reaction, id: ownId(overlay, reaction.id) })),
      ...persona.reactions,
    ],
    needs: { ...persona.needs, ...own(overlay.needs) },
    ...(overlay.interjects && { interjects: overlay.interjects }),
    ...(overlay.manner && { manner: mannersTogether(persona.manner, overlay.manner) }),
    voice: { ...persona.voice, ...Object.fromEntries(voices) } satisfies Record<string, Pool>,
  };
}

/** Ids of overlays are their own, so that they meet neither a persona's nor a script's. */
const ownId = ({ id: overlay }: Overlay, id: string): string => `${overlay}-${id}`;

const within = (least: number, value: number, most: number): number => Math.max(least, Math.min(most, value));

/** The same steps after other times, in whole seconds, each still later than the one before. */
function stretched(patience: Persona['patience'], by: number): Persona['patience'] {
  let before = 0;
  return patience.map((step) => {
    before = Math.max(before + 1, Math.round(step.after * by));
    return { ...step, after: before };
  });
}
