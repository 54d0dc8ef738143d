import { z } from 'zod';
import { ConditionSchema } from './condition';
import { BilingualSchema, IdSchema, PoolSchema } from './text';

/**
 * What the customer must get. `goal`: whatever the persona. `figure`: only a persona that demands figures asks it.
 * `doubt`: only a persona that doubts, one doubt after the other; a spare doubt sleeps until the agent wakes it.
 */
export const NeedSchema = z.strictObject({
  kind: z
    .enum(['goal', 'figure', 'doubt'])
    .describe(
      'goal 人人都有；figure 只有理性型会追问；doubt 只有疑虑型会怀疑（R29–R31） / goal: everybody has it; figure: only the rational customer asks it; doubt: only the doubtful one has it (R29–R31)',
    ),
  title: BilingualSchema.describe('诉求的名称，出现在报告里 / what it is called in the report'),
  ask: PoolSchema.describe('客户怎么问 / how the customer asks for it'),
  again: PoolSchema.optional().describe(
    '没有得到答案时怎么追问；每追问一次心情变差一点 / how it asks again when the answer did not do; each time costs mood',
  ),
  met: ConditionSchema.describe('怎样算满足 / when it counts as met'),
  thanks: PoolSchema.optional().describe('满足时说的话 / what the customer says when it is met'),
  since: IdSchema.optional().describe(
    '从哪个环节开始主动问，之前也可以满足 / the beat from which on the customer asks for it; it can be met before',
  ),
  spare: z
    .boolean()
    .default(false)
    .describe('备用的疑虑，客服说错话才会冒出来 / a spare doubt, which sleeps until a bad reply wakes it'),
  after: IdSchema.optional().describe(
    '说出这个隐藏信息以后才有这个诉求 / the hidden fact whose telling brings this need up',
  ),
  variants: z
    .array(IdSchema)
    .min(1)
    .optional()
    .describe('有这一项的变体，不写表示所有变体 / the variants that have this; all when left out'),
});

/** What the customer keeps to itself until the agent asks for it or touches it (R36). */
export const HiddenSchema = z.strictObject({
  title: BilingualSchema.describe('隐藏信息的名称，出现在报告里 / what it is called in the report'),
  when: ConditionSchema.describe('客服怎么问才说出来（R36） / what makes the customer tell it (R36)'),
  tell: PoolSchema.describe('客户怎么说 / how the customer tells it'),
  variants: z
    .array(IdSchema)
    .min(1)
    .optional()
    .describe('有这一项的变体，不写表示所有变体 / the variants that have this; all when left out'),
});

const TransitionSchema = z.strictObject({
  when: ConditionSchema.describe(
    '什么时候走这一步，按顺序取第一个成立的 / when this step is taken: the first that holds',
  ),
  say: PoolSchema.optional().describe('客户此时说的话 / what the customer says then'),
  go: IdSchema.optional().describe('去哪个环节 / the beat to go to'),
  close: z
    .boolean()
    .default(false)
    .describe(
      '会话进入收尾，由 outcome.close 决定结局 / the talk comes to its close; outcome.close decides how',
    ),
});

/** A step of the customer's own agenda. */
export const BeatSchema = z.strictObject({
  title: BilingualSchema.optional().describe(
    '环节的名称，出现在回放里；第一个环节叫“开场” / what it is called in the replay; the first beat is the opening',
  ),
  say: PoolSchema.optional().describe(
    '进入这个环节时说的话；第一个环节是开场白 / said on entry; those of the first beat open the talk',
  ),
  owes: z
    .boolean()
    .default(true)
    .describe(
      '这些话是否等客服回复，告别的话不等 / whether these words wait for an answer; farewells do not',
    ),
  next: z.array(TransitionSchema).default([]).describe('接下来的步骤 / what can come next'),
  closesAfter: z
    .int()
    .positive()
    .optional()
    .meta({
      description:
        '没有回复时，过多少秒自动收尾；只用于不等回复的环节 / seconds without a reply after which the talk closes; only where no answer is owed',
      examples: [45],
    }),
});

/** What the customer does on certain replies in this case, beside what its persona does. */
export const ScriptReactionSchema = z.strictObject({
  id: IdSchema.describe('反应的名字 / the id of the reaction'),
  title: BilingualSchema.describe('出现在报告里的说法 / what it is called in the report'),
  when: ConditionSchema.describe('什么样的回复会引起它 / which replies set it off'),
  mood: z
    .int()
    .min(-5)
    .max(10)
    .default(0)
    .describe('心情变化，−5 到 10，正数是变差 / change of the mood level, −5 to 10; positive is worse'),
  say: PoolSchema.optional().describe('客户的反应 / what the customer says'),
  limit: z.int().positive().optional().describe('最多起几次作用 / how often it works'),
  rule: z
    .string()
    .regex(/^R\d{2}$/, '写成 R26 / write R26')
    .optional()
    .meta({
      description: '违反了哪条规则，出现在报告里 / the rule that was broken; named in the report',
      examples: ['R26'],
    }),
});
