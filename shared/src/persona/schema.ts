import { z } from 'zod';
import { ConditionSchema } from '../script/condition';
import { BilingualSchema, IdSchema, PoolSchema } from '../script/text';
import { type TONES, ToneSchema } from '../script/tone';
import { InterjectsSchema, MannerSchema } from './manner';
import { besideScripts } from './script-free';

/** The level at which a customer's patience with the agent is used up. Levels run from 0 (best) to this. */
export const BOILING_POINT = 10;

/** What a customer of this kind does when replies fit a condition. All that fit are added up; the first line is said. */
export const ReactionSchema = z.strictObject({
  id: IdSchema,
  when: ConditionSchema,
  /** Change of the mood level; positive is worse. */
  mood: z.int().min(-5).max(BOILING_POINT).default(0),
  /** A voice of the persona to say, ids as in `voice`. */
  say: IdSchema.optional(),
  /** How often it works; soothing words wear off. */
  limit: z.int().positive().optional(),
  /** After this line the customer asks nothing more: the agent has to deal with it first. */
  enough: z.boolean().default(false),
  /** Wakes one doubt that was asleep. */
  addsDoubt: z.boolean().default(false),
});

/** Faults that personas and overlays share. */
export const noVoice = (id: string): string => `voice 里没有“${id}” / there is no voice “${id}”`;
export const NOT_OF_ONE_SCRIPT =
  '条件不能提到某个剧本里的内容 / the condition names what only one script has';
export const NO_INTERJECTION = '缺少插话：interject / the voice interject is missing';

/** What a customer of this kind wants in every case, beside what the script says. */
export const PersonaNeedSchema = z.strictObject({
  title: BilingualSchema,
  ask: PoolSchema,
  again: PoolSchema.optional(),
  met: ConditionSchema,
  thanks: PoolSchema.optional(),
});

const PatienceStepSchema = z.strictObject({
  /** Seconds of silence while an answer is owed. */
  after: z.int().positive(),
  mood: z.int().min(0).max(BOILING_POINT).default(0),
  say: IdSchema.optional(),
  /** The customer has waited enough and goes. */
  leave: z.boolean().default(false),
});

/** The lines every persona must be able to say; others are named by its reactions and patience. */
export const REQUIRED_VOICES = [
  'unclear',
  'blocked',
  'wait',
  'wait-over',
  'leave',
  'boil',
  'bye',
  'red-line',
] as const;

/**
 * A kind of customer: how it feels, waits and talks. Independent of scripts: every script runs with every persona.
 */
export const PersonaSchema = z
  .strictObject({
    id: IdSchema,
    version: z.int().positive(),
    name: BilingualSchema,
    summary: BilingualSchema,
    /** Place in lists, lowest first. */
    order: z.int().default(100),
    /** The persona whose lines are used where a script has none for this one. */
    like: IdSchema.optional(),
    mood: z.strictObject({
      /** What the level measures: anger, distrust, doubt. */
      name: BilingualSchema,
      start: z
        .int()
        .min(0)
        .max(BOILING_POINT - 1),
      /** Highest level of each tone, in the order of the tones; furious reaches up to the boiling point. */
      upTo: z.strictObject({ content: z.int(), calm: z.int(), uneasy: z.int(), upset: z.int() }),
      names: z.strictObject({
        content: BilingualSchema,
        calm: BilingualSchema,
        uneasy: BilingualSchema,
        upset: BilingualSchema,
        furious: BilingualSchema,
      }),
    }),
    /** While the tone is one of `while`, replies do not count for the task unless `until` held in them or since (R22). */
    gate: z
      .strictObject({
        while: z.array(ToneSchema).min(1),
        until: ConditionSchema,
        /** Only replies that try one of these are refused aloud and cost mood. */
        refuses: ConditionSchema,
        mood: z.int().min(0).max(5),
      })
      .optional(),
    /** Which kinds of needs this persona has beside the goals. */
    has: z.strictObject({ figures: z.boolean(), doubts: z.boolean() }),
    reactions: z.array(ReactionSchema),
    patience: z.array(PatienceStepSchema).min(1),
    /** Mood cost of having to ask the same thing again: no talk without progress is free. */
    askingAgain: z.int().min(1).max(5),
    needs: z.record(IdSchema, PersonaNeedSchema).optional(),
    interjects: InterjectsSchema.optional(),
    manner: MannerSchema.optional(),
    voice: z.record(IdSchema, PoolSchema),
  })
  .superRefine((persona, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const { content, calm, uneasy, upset } = persona.mood.upTo;
    if (!(0 <= content && content < calm && calm < uneasy && uneasy < upset && upset < BOILING_POINT)) {
      issue(
        ['mood', 'upTo'],
        `阈值必须递增并小于 ${BOILING_POINT} / the levels must rise and stay below ${BOILING_POINT}`,
      );
    }
    if (!persona.patience.at(-1)?.leave)
      issue(
        ['patience'],
        '最后一步必须是 leave: true，否则沉默没有结局 / the last step must be leave: true, or silence has no end',
      );
    persona.patience.forEach((step, index) => {
      if (index > 0 && step.after <= (persona.patience[index - 1]?.after ?? 0)) {
        issue(['patience', index, 'after'], '等待的秒数必须递增 / the seconds must rise');
      }
    });
    const voices = new Set(Object.keys(persona.voice));
    for (const id of REQUIRED_VOICES)
      if (!voices.has(id)) issue(['voice'], `缺少必需的话术：${id} / the voice ${id} is missing`);
    persona.reactions.forEach(({ say, when }, index) => {
      if (say && !voices.has(say)) issue(['reactions', index, 'say'], noVoice(say));
      if (!besideScripts(when)) issue(['reactions', index, 'when'], NOT_OF_ONE_SCRIPT);
    });
    if (persona.interjects && !voices.has('interject')) issue(['voice'], NO_INTERJECTION);
    persona.patience.forEach(({ say }, index) => {
      if (say && !voices.has(say)) issue(['patience', index, 'say'], noVoice(say));
    });
  });

export type Persona = z.infer<typeof PersonaSchema>;
export type Reaction = z.infer<typeof ReactionSchema>;

/** The tone of a mood level (0 to {@link BOILING_POINT}). */
export function toneOf(persona: Persona, level: number): (typeof TONES)[number] {
  const { content, calm, uneasy, upset } = persona.mood.upTo;
  if (level <= content) return 'content';
  if (level <= calm) return 'calm';
  if (level <= uneasy) return 'uneasy';
  return level <= upset ? 'upset' : 'furious';
}
