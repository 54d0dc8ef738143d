import { z } from 'zod';
import { ConditionSchema } from '../script/condition';
import { BilingualSchema, FILE_HEAD, IdSchema, PoolSchema } from '../script/text';
import { type TONES, ToneSchema } from '../script/tone';
import { InterjectsSchema, MannerSchema } from './manner';
import { besideScripts } from './script-free';

/** The level at which a customer's patience with the agent is used up. Levels run from 0 (best) to this. */
export const BOILING_POINT = 10;

/** What a customer of this kind does when replies fit a condition. All that fit are added up; the first line is said. */
export const ReactionSchema = z.strictObject({
  id: IdSchema.describe('反应的名字 / the id of the reaction'),
  when: ConditionSchema.describe('什么样的回复会引起它 / which replies set it off'),
  mood: z
    .int()
    .min(-5)
    .max(BOILING_POINT)
    .default(0)
    .describe('心情变化，正数是变差 / change of the mood level; positive is worse'),
  say: IdSchema.optional().describe('说哪一种话术 / the voice to say'),
  limit: z
    .int()
    .positive()
    .optional()
    .describe('最多起几次作用 / how often it works; soothing words wear off'),
  enough: z
    .boolean()
    .default(false)
    .describe('说完这句就不再问别的 / after this line the customer asks nothing more'),
  addsDoubt: z.boolean().default(false).describe('唤醒一个备用的疑虑 / wakes one doubt that was asleep'),
});

/** Faults that personas and overlays share. */
export const noVoice = (id: string): string => `voice 里没有“${id}” / there is no voice “${id}”`;
export const NOT_OF_ONE_SCRIPT =
  '条件不能提到某个剧本里的内容 / the condition names what only one script has';
export const NO_INTERJECTION = '缺少插话：interject / the voice interject is missing';

/** What a customer of this kind wants in every case, beside what the script says. */
export const PersonaNeedSchema = z.strictObject({
  title: BilingualSchema.describe('诉求的名称 / what it is called'),
  ask: PoolSchema.describe('怎么问 / how it is asked'),
  again: PoolSchema.optional().describe('怎么追问 / how it is asked again'),
  met: ConditionSchema.describe('怎样算满足 / when it counts as met'),
  thanks: PoolSchema.optional().describe('满足时说的话 / said when it is met'),
});

const PatienceStepSchema = z.strictObject({
  after: z
    .int()
    .positive()
    .meta({ description: '等了多少秒 / seconds of silence while an answer is owed', examples: [20] }),
  mood: z.int().min(0).max(BOILING_POINT).default(0).describe('心情变差多少 / what it costs in mood'),
  say: IdSchema.optional().describe('说哪一种话术 / the voice to say'),
  leave: z.boolean().default(false).describe('等够了，离开 / has waited enough and goes'),
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
    ...FILE_HEAD,
    name: BilingualSchema.describe('画像的名称 / name'),
    summary: BilingualSchema.describe('一两句话的简介 / one or two sentences about it'),
    order: z.int().default(100).describe('排在第几位，小的在前 / place in lists, lowest first'),
    like: IdSchema.optional().describe(
      '剧本没有为它写台词时，用哪个画像的 / whose lines are used where a script has none for this one',
    ),
    mood: z
      .strictObject({
        name: BilingualSchema.describe('心情量的是什么，例如怒气 / what the level measures, such as anger'),
        start: z
          .int()
          .min(0)
          .max(BOILING_POINT - 1)
          .describe('开始时的心情，0 到 9 / level at the start, 0 to 9'),
        upTo: z
          .strictObject({
            content: z.int().describe('心情不错 / content'),
            calm: z.int().describe('平静 / calm'),
            uneasy: z.int().describe('有点急 / uneasy'),
            upset: z.int().describe('生气 / upset'),
          })
          .describe('每种心情的最高值，依次递增；10 是顶 / highest level of each tone; 10 is the top'),
        names: z
          .strictObject({
            content: BilingualSchema.describe('心情不错 / content'),
            calm: BilingualSchema.describe('平静 / calm'),
            uneasy: BilingualSchema.describe('有点急 / uneasy'),
            upset: BilingualSchema.describe('生气 / upset'),
            furious: BilingualSchema.describe('怒火中烧 / furious'),
          })
          .describe('各种心情的说法 / what the tones are called'),
      })
      .describe('心情 / the mood'),
    gate: z
      .strictObject({
        while: z.array(ToneSchema).min(1).describe('在这些心情里 / in these tones'),
        until: ConditionSchema.describe('直到客服做到这个 / until this held'),
        refuses: ConditionSchema.describe(
          '只有这样的回复会被当面拒绝 / only replies that try this are refused aloud',
        ),
        mood: z.int().min(0).max(5).describe('拒绝时心情变差多少 / what a refusal costs in mood'),
      })
      .optional()
      .describe(
        '心情不好时，方案不算数（R22） / while the mood is bad, replies do not count for the task (R22)',
      ),
    has: z
      .strictObject({
        figures: z.boolean().describe('会追问 figure / asks for figures'),
        doubts: z.boolean().describe('有 doubt / has doubts'),
      })
      .describe('除了 goal 还有哪些诉求 / which kinds of needs it has beside the goals'),
    reactions: z
      .array(ReactionSchema)
      .describe('对各种回复的反应，成立的全部相加 / reactions to replies; all that fit are added up'),
    patience: z
      .array(PatienceStepSchema)
      .min(1)
      .describe(
        '耐心：等多久做什么，最后一步离开 / patience: what it does after how long; the last step leaves',
      ),
    askingAgain: z
      .int()
      .min(1)
      .max(5)
      .describe('每追问一次心情变差多少，1 到 5 / mood cost of having to ask again, 1 to 5'),
    needs: z
      .record(IdSchema, PersonaNeedSchema)
      .optional()
      .describe('无论什么剧本都想要的 / what it wants in every case'),
    interjects: InterjectsSchema.optional().describe('时不时插一句 / throws in a line now and then'),
    manner: MannerSchema.optional().describe('打字的习惯 / how it writes'),
    voice: z.record(IdSchema, PoolSchema).describe('话术：各种场合说的话 / its wording for each occasion'),
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
