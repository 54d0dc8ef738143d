import { z } from 'zod';

/**
 * The dialogue acts of a customer-service reply (客服话术行为), in the order in which they are documented.
 * `good` acts are what service should do, `bad` acts are what it must not do.
 */
export const ACTS = {
  greet: { zh: '问候欢迎', en: 'greets', kind: 'good' },
  empathise: { zh: '共情安抚', en: 'empathises', kind: 'good' },
  apologise: { zh: '致歉', en: 'apologises', kind: 'good' },
  own: { zh: '承担责任', en: 'takes responsibility', kind: 'good' },
  ask: { zh: '询问澄清', en: 'asks', kind: 'good' },
  restate: { zh: '复述确认', en: 'restates', kind: 'good' },
  inform: { zh: '说明信息', en: 'informs', kind: 'good' },
  evidence: { zh: '数据凭证', en: 'gives evidence', kind: 'good' },
  assure: { zh: '保障承诺', en: 'assures', kind: 'good' },
  recommend: { zh: '推荐建议', en: 'recommends', kind: 'good' },
  resolve: { zh: '解决方案', en: 'offers a remedy', kind: 'good' },
  compensate: { zh: '补偿让利', en: 'compensates', kind: 'good' },
  timeline: { zh: '明确时限', en: 'names a time', kind: 'good' },
  instruct: { zh: '操作指引', en: 'instructs', kind: 'good' },
  hold: { zh: '请求等待', en: 'asks to wait', kind: 'good' },
  followup: { zh: '跟进承诺', en: 'promises follow-up', kind: 'good' },
  confirm: { zh: '确认收尾', en: 'checks acceptance', kind: 'good' },
  thank: { zh: '致谢', en: 'thanks', kind: 'good' },
  close: { zh: '结束祝福', en: 'closes', kind: 'good' },
  upsell: { zh: '关联推荐', en: 'cross-sells', kind: 'good' },
  urge: { zh: '催付促单', en: 'prompts to order', kind: 'good' },
  escalate: { zh: '升级转接', en: 'escalates', kind: 'good' },
  decline: { zh: '婉拒', en: 'declines politely', kind: 'good' },
  deflect: { zh: '推诿', en: 'deflects', kind: 'bad' },
  rigid: { zh: '生硬规定', en: 'refuses flatly', kind: 'bad' },
  blame: { zh: '指责客户', en: 'blames the customer', kind: 'bad' },
  confront: { zh: '顶撞嘲讽', en: 'confronts', kind: 'bad' },
  curt: { zh: '敷衍', en: 'is curt', kind: 'bad' },
  overpromise: { zh: '过度承诺', en: 'over-promises', kind: 'bad' },
  offplatform: { zh: '违规引导', en: 'leads off the platform', kind: 'bad' },
  leak: { zh: '泄露隐私', en: 'leaks private data', kind: 'bad' },
  pushy: { zh: '过度推销', en: 'hard-sells', kind: 'bad' },
  slang: { zh: '用语不规范', en: 'uses unfit style', kind: 'bad' },
} as const satisfies Record<string, { zh: string; en: string; kind: 'good' | 'bad' }>;

export type Act = keyof typeof ACTS;

const isAct = (id: string): id is Act => Object.hasOwn(ACTS, id);

/** All act ids in documented order; the recogniser's output units keep this order. */
export const ACT_IDS: readonly Act[] = Object.keys(ACTS).filter(isAct);

export const ActSchema = z.enum(ACT_IDS);

/** The acts that can end a rehearsal: off-platform deals and paid reviews, privacy, false claims, insults. */
export const RED_LINE_ACTS = ['offplatform', 'leak', 'overpromise', 'confront'] as const satisfies Act[];

export type RedLineAct = (typeof RED_LINE_ACTS)[number];

export const isRedLine = (act: Act): act is RedLineAct => RED_LINE_ACTS.some((line) => line === act);
