import { z } from 'zod';
import { BilingualSchema, FILE_HEAD } from '../script/text';
import { PolicySchema } from './policy';

/** How agents write on a platform. What is not said here is a matter of taste and costs nothing. */
const StyleSchema = z.strictObject({
  summary: BilingualSchema.describe('一句话说明 / in a sentence'),
  register: z
    .enum(['warm', 'formal'])
    .describe(
      'warm 亲切：整段对话里要有合适的词；formal 正式 / warm: one of the fitting words is expected somewhere',
    ),
  fits: z.array(z.string().min(1)).min(1).describe('合适的词 / words of the right tone'),
  unfit: z.array(z.string().min(1)).default([]).describe('不合适的词 / words that are out of place'),
  emoji: z
    .boolean()
    .describe(
      '能不能用表情；客户生气时都不行（R47） / whether emoji have a place; never with an upset customer (R47)',
    ),
});

/**
 * A platform that shops sell on: its manner, its channel and its rules. The rules have ids, versions and dates like a shop's policies
 * and are looked up with them (R64, R88).
 */
export const PlatformSchema = z.strictObject({
  ...FILE_HEAD,
  name: BilingualSchema.describe('平台名称 / name of the platform'),
  channel: z
    .enum(['chat', 'public', 'phone'])
    .describe(
      '渠道：chat 聊天、public 公开评论、phone 电话（R86） / channel: a chat, a page that everybody reads, the telephone (R86)',
    ),
  style: StyleSchema.describe('说话风格（R40、R85） / how agents write here (R40, R85)'),
  rules: z.array(PolicySchema).min(1).describe('平台规则 / rules of the platform'),
});

export type Platform = z.infer<typeof PlatformSchema>;
