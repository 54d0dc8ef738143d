import { z } from 'zod';
import { ENDINGS, EndingSchema } from '../script/kinds';
import { BilingualSchema, FILE_HEAD, IdSchema } from '../script/text';

/** What can be measured; each has its own function in `indicators/`. */
export const MEASURES = [
  'first-reply',
  'reply-time',
  'ticket-reply',
  'mood-first',
  'five-steps',
  'no-provocation',
  'star',
  'process',
  'solved',
  'grading',
  'promises',
  'facts',
  'looked-up',
  'hidden-needs',
  'banned-language',
  'courtesy',
  'personal',
  'style',
  'guidance',
  'no-pressure',
  'aftercare',
] as const;

/** Share of the total by stage, in points of 100. */
const WeightsSchema = z.strictObject({
  'pre-sale': z.number().nonnegative().describe('售前的分值，满分 100 / points of 100, pre-sale'),
  'in-sale': z.number().nonnegative().describe('售中的分值 / points of 100, in-sale'),
  'after-sale': z.number().nonnegative().describe('售后的分值 / points of 100, after-sale'),
});

const IndicatorSchema = z.strictObject({
  measure: z.enum(MEASURES).describe('量什么 / what is measured'),
  title: BilingualSchema.describe('指标的名称 / what it is called'),
  rules: z
    .array(z.string().regex(/^R\d{2}$/, '写成 R26 / write R26'))
    .min(1)
    .meta({ description: '依据的规则 / the rules behind it', examples: [['R01']] }),
  threshold: BilingualSchema.describe('标准 / what is asked for'),
});

const DimensionSchema = z.strictObject({
  id: IdSchema.describe('维度的名字 / the id of the dimension'),
  title: BilingualSchema.describe('维度的名称 / what it is called'),
  weights: WeightsSchema.describe('各阶段的分值，合计 100 / share of the total by stage; 100 in all'),
  indicators: z
    .array(IndicatorSchema)
    .min(1)
    .describe('指标，平分维度的分值 / indicators with equal shares of the dimension'),
});

const OutcomeSchema = z.strictObject({
  csat: z.number().min(1).max(5).describe('模拟满意度，1 到 5 / simulated satisfaction, 1 to 5'),
  reviews: z.array(z.string().min(1)).min(1).describe('模拟评价 / what the customer writes'),
});

/** How rehearsals are scored: a file in `scenarios/rubrics`, versioned. Figures without a source are marked `p` (proposed) there. */
export const RubricSchema = z
  .strictObject({
    ...FILE_HEAD,
    title: BilingualSchema.describe('标题 / title'),
    limits: z
      .strictObject({
        first: z
          .number()
          .positive()
          .meta({ description: '首次回复，秒 / first reply, seconds', examples: [30] }),
        each: z
          .number()
          .positive()
          .meta({ description: '每次回复，秒 / each reply, seconds', examples: [20] }),
        ticket: z
          .number()
          .positive()
          .default(900)
          .meta({
            description:
              '投诉工单从提交到首次回复，秒（R10） / from the complaint ticket to the first reply, seconds (R10)',
            examples: [900],
          }),
      })
      .describe(
        '时限，秒（R02、R01），按练习的节奏放宽 / limits in seconds (R02, R01), before the pace is applied',
      ),
    inTimeFrom: z
      .number()
      .min(0)
      .max(1)
      .describe(
        '及时率到多少才开始得分，0 到 1 / share of replies in time from which points are earned, 0 to 1',
      ),
    pass: z.number().describe('及格分 / pass mark'),
    excellent: z.number().describe('优秀分 / excellent from'),
    poor: z.number().describe('低于此分为差 / poor below'),
    dimensions: z.array(DimensionSchema).min(1).describe('维度 / dimensions'),
    caps: z
      .array(
        z.strictObject({
          id: IdSchema.describe('上限的名字 / the id of the cap'),
          title: BilingualSchema.describe('说法 / what it is called'),
          at: z.number().min(0).max(100).describe('最多得多少分 / most points'),
          endings: z.array(EndingSchema).min(1).describe('到了这些结局时 / at these endings'),
        }),
      )
      .describe('总分上限 / caps of the total'),
    bannedPhrases: z.array(z.string().min(2)).min(1).describe('禁用语（R38） / banned phrases (R38)'),
    outcome: z
      .record(EndingSchema, OutcomeSchema)
      .describe('各结局对应的满意度和评价 / satisfaction and reviews by ending'),
  })
  .superRefine(({ dimensions, outcome }, context) => {
    for (const stage of ['pre-sale', 'in-sale', 'after-sale'] as const) {
      const sum = dimensions.reduce((total, { weights }) => total + weights[stage], 0);
      if (sum !== 100) {
        context.addIssue({
          code: 'custom',
          path: ['dimensions'],
          message: `${stage} 的权重合计是 ${sum}，应为 100 / the weights of ${stage} add up to ${sum} instead of 100`,
        });
      }
    }
    for (const ending of ENDINGS) {
      if (!outcome[ending])
        context.addIssue({
          code: 'custom',
          path: ['outcome'],
          message: `缺少结局 ${ending} / the ending ${ending} is missing`,
        });
    }
  });

export type Rubric = z.infer<typeof RubricSchema>;
export type Measure = (typeof MEASURES)[number];
