import { z } from 'zod';
import { FixtureIdSchema, LocalTimeSchema } from '../shop/fixture';
import { PlatformSchema } from '../shop/platform';
import { CueSchema } from '../understanding/teaching';
import { ActionNameSchema } from './action';
import { BeatSchema, HiddenSchema, NeedSchema, ScriptReactionSchema } from './agenda';
import { BotLogSchema } from './bot-log';
import { ClaimSchema, FigureSchema } from './claim';
import { ConditionSchema } from './condition';
import { FactSchema } from './fact';
import { CustomerGroupSchema, EndingSchema, StageSchema } from './kinds';
import { BilingualSchema, FILE_HEAD, IdSchema, PoolSchema } from './text';

/** Which fixtures of the shop the agent's panels show at the start. */
const AboutSchema = z.strictObject({
  order: FixtureIdSchema.optional().meta({
    description: '客户问的订单编号 / the order that the customer asks about',
    examples: ['XM2605130001'],
  }),
  products: z
    .array(FixtureIdSchema)
    .optional()
    .meta({ description: '相关的商品编号 / the products concerned', examples: [['P01']] }),
});

/** When an action is open to the agent, and what the agent is told while it is not. */
const ActionRuleSchema = z.strictObject({
  when: ConditionSchema.optional().describe('什么时候才能做 / when the action is open to the agent'),
  refused: z
    .string()
    .min(1)
    .optional()
    .describe('还不能做时给客服的提示 / what the agent is told while it is not'),
  amount: z
    .strictObject({
      min: FigureSchema.describe('最少，元 / least, CNY'),
      max: FigureSchema.describe('最多，元 / most, CNY'),
    })
    .optional()
    .describe(
      "允许的金额，单位元；超过上限也会执行，但算越权（R65） / allowed amount in CNY; more is done, too, and counts as beyond the agent's authority (R65)",
    ),
  result: z
    .string()
    .min(1)
    .optional()
    .describe('做完后给客服看的结果 / what the agent is shown when it is done'),
});

const WhenEndingSchema = z.strictObject({
  when: ConditionSchema.optional().describe('条件，不写表示总是 / the condition; always when left out'),
  ending: EndingSchema.describe('结局 / the ending'),
});

/** What the rubric must know of the case. */
const AssessmentFields = {
  grade: z
    .enum(['minor', 'moderate', 'severe'])
    .optional()
    .describe(
      '投诉级别：minor 轻、moderate 中、severe 重（R27）；写了就表示这是投诉 / severity of the complaint (R27); also says that this is one',
    ),
  escalation: z
    .enum(['required', 'allowed', 'needless'])
    .describe('上报：required 必须，allowed 可以，needless 不需要 / handing up to a superior'),
  compensation: z
    .strictObject({
      floor: z.number().nonnegative().describe('应给的最少金额，元 / least that is owed, CNY'),
      ceiling: z.number().positive().describe('客服能给的最多金额，元 / most that the agent may give, CNY'),
    })
    .optional()
    .describe(
      '合理的补偿范围，单位元（R21、R65） / between which amounts in CNY compensation is good (R21, R65)',
    ),
  urgency: z
    .strictObject({
      reason: ConditionSchema.describe('怎样算问了原因 / how the agent asks for the reason'),
      statement: ConditionSchema.describe(
        '怎样算强调紧迫，看一条回复 / what names the urgency, in one reply',
      ),
      untrue: ConditionSchema.optional().describe('怎样算虚构紧迫 / what names one that is not true'),
    })
    .optional()
    .describe(
      '紧迫感：先问原因，最多说一次，要属实（R50） / urgency: the reason first, named once at most, and true (R50)',
    ),
  process: z
    .array(
      z.strictObject({
        title: BilingualSchema.describe('步骤的名称 / what the step is called'),
        done: ConditionSchema.describe('怎样算做到 / when it counts as done'),
      }),
    )
    .describe(
      '正确处理的步骤，按顺序（R24、R25、R67、R70） / the steps of the right handling, in order (R24, R25, R67, R70)',
    ),
  guidance: z
    .array(
      z.strictObject({
        title: BilingualSchema.describe('做法的名称 / what it is called'),
        done: ConditionSchema.describe('怎样算做到 / when it counts as done'),
      }),
    )
    .describe('售前：怎样引导成交（R52、R56、R57） / pre-sale: what selling well means here (R52, R56, R57)'),
};
const AssessmentSchema = z.strictObject({
  ...AssessmentFields,
  escalation: AssessmentFields.escalation
    .default('needless')
    .describe('上报：required 必须，allowed 可以，needless 不需要 / handing up to a superior'),
  process: AssessmentFields.process
    .default([])
    .describe(
      '正确处理的步骤，按顺序（R24、R25、R67、R70） / the steps of the right handling, in order (R24, R25, R67, R70)',
    ),
  guidance: AssessmentFields.guidance
    .default([])
    .describe('售前：怎样引导成交（R52、R56、R57） / pre-sale: what selling well means here (R52, R56, R57)'),
});

/** One of several forms of the case, chosen by the seed. Its parts replace or add to the script's. */
const VariantSchema = z.strictObject({
  id: IdSchema.describe('变体的名字 / the id of the variant'),
  title: BilingualSchema.describe('变体的说法 / what it is called'),
  facts: z
    .record(IdSchema, FactSchema)
    .default({})
    .describe("换成或加上这些事实 / facts that replace or add to the script's"),
  about: AboutSchema.optional().describe('换成这些订单和商品 / other order and products'),
  cues: z.record(IdSchema, CueSchema).optional().describe('换成或加上这些要点 / cues that replace or add'),
  claims: z
    .record(IdSchema, ClaimSchema)
    .default({})
    .describe('换成或加上这些陈述 / claims that replace or add'),
  actions: z
    .partialRecord(ActionNameSchema, ActionRuleSchema)
    .optional()
    .describe('换成或加上这些操作规则 / rules of actions that replace or add'),
  heat: z
    .int()
    .min(-3)
    .max(5)
    .optional()
    .describe('加到画像的起始心情上，−3 到 5 / added to the mood level at the start, −3 to 5'),
  opening: PoolSchema.optional().describe("这个变体的开场白 / the customer's first words in this form"),
  assessment: z
    .strictObject(AssessmentFields)
    .partial()
    .optional()
    .describe('换掉评分要点里的几项 / parts of the assessment that are replaced'),
});

/** What a simulated customer writes below its order after this ending. */
const ReviewsSchema = z.partialRecord(EndingSchema, z.array(z.string().min(1)).min(1));

/**
 * One customer's case. See docs/scripts.md for a guide; every reference inside is checked on loading.
 */
export const ScriptSchema = z.strictObject({
  ...FILE_HEAD,
  id: FILE_HEAD.id.meta({ ...FILE_HEAD.id.meta(), examples: ['shipping-time'] }),
  source: z
    .string()
    .min(1)
    .meta({
      description: '题材来源，例如场景编号 / where the case comes from, such as the number of a scenario',
      examples: ['SC14'],
    }),
  title: BilingualSchema.describe('标题 / title'),
  summary: BilingualSchema.describe('一两句话的简介 / one or two sentences about it'),
  stage: StageSchema.describe(
    '阶段：pre-sale 售前、in-sale 售中、after-sale 售后（R35） / stage (R35); decides the weights of the score',
  ),
  level: z.enum(['novice', 'advanced']).describe('难度：novice 新手、advanced 进阶 / for whom it is'),
  tags: z
    .array(z.string().min(1))
    .meta({ description: '标签，用来查找 / words to find it by', examples: [['发货', '时效']] }),
  platform: z.enum(['taobao', 'tmall', 'jd', 'pdd', 'douyin', 'weibo', 'phone']).describe('平台 / platform'),
  shop: IdSchema.meta({
    description: '店铺的 id，即 shops 里的文件名 / id of the shop, a file in shops',
    examples: ['xiaoman-apparel'],
  }),
  now: LocalTimeSchema.meta({
    description: "会话开始时店铺的当地时间 / the shop's local time at the start",
    examples: ['2026-05-13T15:00'],
  }),
  opens: z.enum(['customer', 'agent']).describe('谁先说话：customer 客户、agent 客服 / who writes first'),
  heat: z
    .int()
    .min(-3)
    .max(5)
    .default(0)
    .describe(
      "加到画像的起始心情上，−3 到 5，正数更生气 / added to the persona's mood level at the start, −3 to 5; positive is worse",
    ),
  customer: z
    .strictObject({
      name: z.string().min(1).describe('客户的昵称 / name that is shown'),
      group: CustomerGroupSchema.describe('客户分组（R33） / group of the customer (R33)'),
    })
    .describe('客户 / the customer'),
  pins: z
    .record(IdSchema, z.int().positive())
    .optional()
    .describe(
      '剧本依据的规则版本：规则的名字和版本号，规则更新后会提醒（R64） / the versions of policies and platform rules that the case was written for; a change is warned of (R64)',
    ),
  ticket: z
    .strictObject({
      id: z.string().min(1).describe('工单号 / number of the ticket'),
      opened: LocalTimeSchema.describe('提交时间 / when it was filed'),
    })
    .optional()
    .describe(
      '投诉工单：从提交起计时，客户满意才能关闭（R10、R74） / the complaint ticket: its clock runs from its filing, and it closes with the consent of the customer (R10, R74)',
    ),
  brief: BilingualSchema.describe(
    '开始前告诉客服的情况（R79） / what the agent knows before the start (R79)',
  ),
  botLog: BotLogSchema.optional().describe(
    '转人工之前机器人和客户的对话，客服面前看得到（R78） / what the robot and the customer said before the agent took over, shown at the desk (R78)',
  ),
  about: AboutSchema.describe('客服面板上打开的订单和商品 / the order and products shown to the agent'),
  facts: z
    .record(IdSchema, FactSchema)
    .default({})
    .describe('本案例的事实，台词里写 {名字} 引用 / facts of the case; lines name them as {id}'),
  variants: z
    .array(VariantSchema)
    .default([])
    .describe('同一案例的几种情形，由随机种子选一种 / forms of the case, one of which the seed chooses'),
  cues: z
    .record(IdSchema, CueSchema)
    .default({})
    .describe('要点：要听懂客服说的哪些意思 / cues: what to listen for, taught by example phrases'),
  claims: z
    .record(IdSchema, ClaimSchema)
    .default({})
    .describe('陈述：客服会说出的数字和正确值 / claims: figures that the agent may state, and what is right'),
  actions: z
    .partialRecord(ActionNameSchema, ActionRuleSchema)
    .default({})
    .describe("本案例里各操作的规则 / rules of the agent's actions in this case"),
  needs: z.record(IdSchema, NeedSchema).describe('诉求：客户要得到什么 / needs: what the customer must get'),
  hidden: z
    .record(IdSchema, HiddenSchema)
    .describe('隐藏信息：问到才说（R36） / hidden facts, told only when asked for (R36)'),
  beats: z
    .record(IdSchema, BeatSchema)
    .describe("环节：客户自己的节奏，第一个是开场 / beats: the customer's own agenda; the first one opens"),
  reactions: z
    .array(ScriptReactionSchema)
    .default([])
    .describe('对本案例特有的话的反应 / what the customer does on certain replies in this case'),
  voice: z
    .record(IdSchema, PoolSchema)
    .default({})
    .describe('在画像原有话术前加上的说法 / more ways to say a voice of the persona; they come first'),
  redLines: z
    .array(
      z.strictObject({
        id: IdSchema.describe('红线的名字 / the id of the red line'),
        title: BilingualSchema.describe('出现在报告里的说法 / what it is called in the report'),
        rule: z
          .string()
          .regex(/^R\d{2}$/, '写成 R26 / write R26')
          .meta({ description: '违反的规则 / the rule that is broken', examples: ['R59'] }),
        when: ConditionSchema.describe('什么样的回复踩线 / which replies cross it'),
      }),
    )
    .default([])
    .describe('本案例另加的红线 / red lines of this case, beside the general ones'),
  outcome: z
    .strictObject({
      close: z
        .array(WhenEndingSchema)
        .min(1)
        .describe(
          '收尾时按顺序取第一个成立的结局，最后一项不带条件 / at the close: the first that holds; the last has no condition',
        ),
      leave: z
        .array(WhenEndingSchema)
        .min(1)
        .describe('客户等不下去离开时的结局，同样取第一个成立的 / when the customer lost patience and went'),
      boil: EndingSchema.describe('心情到顶时的结局 / when the mood reached its worst'),
    })
    .describe('会话怎么结束 / how the talk ends'),
  endings: z
    .partialRecord(
      EndingSchema,
      z.strictObject({
        title: BilingualSchema.describe('结局的说法 / what the ending is called'),
        say: PoolSchema.optional().describe("客户最后说的话 / the customer's last words"),
      }),
    )
    .describe('各结局的标题和客户最后的话 / title and last words of each ending'),
  reviews: ReviewsSchema.default({}).describe(
    '结局之后客户写的评价 / what the customer writes below its order after an ending',
  ),
  assessment: AssessmentSchema.describe('评分要知道的情况 / what the rubric must know of the case'),
  // The last, where loading adds it: hashes look at the order of fields.
  marketplace: PlatformSchema.optional().describe(
    '不用写：读取时填入 platforms 里的平台规则和风格 / do not write this: filled in on loading from platforms',
  ),
});

export type Script = z.infer<typeof ScriptSchema>;
export type Need = z.infer<typeof NeedSchema>;
export type Beat = z.infer<typeof BeatSchema>;
export type ActionRule = z.infer<typeof ActionRuleSchema>;
