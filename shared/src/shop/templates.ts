import type { Bilingual } from '../script/text';

/** A reply prepared for a common moment. What only the agent can know stands in 【】 and must be filled (R44). */
export type Template = {
  readonly id: string;
  readonly title: Bilingual;
  /** What is typed behind the slash to find it (R76). */
  readonly command: string;
  readonly text: string;
};

/** The version and date of all templates together: a change of wording raises them (R88). */
export const TEMPLATES_EDITION = { version: 1, date: '2026-01-01' } as const;

/** The five default commands (R76), the ten topics asked most (R14), and turns of a talk that come up in every case. */
export const TEMPLATES: readonly Template[] = [
  {
    id: 'greet',
    command: '欢迎',
    title: { zh: '欢迎问候', en: 'Welcome' },
    text: '您好，欢迎光临【店铺】，我是客服【昵称】，很高兴为您服务，请问有什么可以帮您？',
  },
  {
    id: 'check',
    command: '查询',
    title: { zh: '请稍等，查询中', en: 'One moment, checking' },
    text: '好的，我马上帮您查询【事项】，请稍等一分钟。',
  },
  {
    id: 'parcel',
    command: '物流',
    title: { zh: '物流进度', en: 'Parcel status' },
    text: '帮您查到了，包裹【时间】已到【地点】，预计【预计送达时间】送达。',
  },
  {
    id: 'return',
    command: '退换',
    title: { zh: '退换流程', en: 'Returns, step by step' },
    text: '可以为您办理【退货或换货】：在订单里申请售后，我们审核后您寄回，验收合格后【后续安排】。运费由【承担方】承担。',
  },
  {
    id: 'thanks',
    command: '感谢',
    title: { zh: '感谢与祝福', en: 'Thanks and wishes' },
    text: '感谢您的理解与支持，后面有任何问题随时联系我，祝您【祝福】！',
  },
  {
    id: 'topic-shipping',
    command: '发货时间',
    title: { zh: '发货时间', en: 'When it ships' },
    text: '您的订单【付款时间】付款，按店铺规则最晚【最晚发货时间】前发出，发出后物流信息会同步更新。',
  },
  {
    id: 'topic-parcel',
    command: '物流异常',
    title: { zh: '物流停滞', en: 'A parcel that stands still' },
    text: '让您久等了，包裹停在【地点】，我已联系快递核实，【时间】前给您答复；如果还没有进展，为您【后备方案】。',
  },
  {
    id: 'topic-size',
    command: '尺码',
    title: { zh: '尺码推荐', en: 'Size advice' },
    text: '按您的【身高体重】，建议您选【尺码】：【理由】。如果喜欢【另一种穿法】，可以选【备选尺码】。',
  },
  {
    id: 'topic-return',
    command: '退换货',
    title: { zh: '七天无理由', en: 'Seven-day return' },
    text: '您的商品在【签收日期】签收，【是否在七天内】；吊牌和包装完好的话，可以为您办理【退货或换货】。',
  },
  {
    id: 'topic-coupon',
    command: '优惠券',
    title: { zh: '优惠券用不了', en: 'A coupon that fails' },
    text: '这张券的使用条件是【条件】，您的订单【差在哪里】，可以【怎么做】，算下来实付【金额】元。',
  },
  {
    id: 'topic-stock',
    command: '库存',
    title: { zh: '库存与到货', en: 'Stock and restock' },
    text: '【商品规格】目前【库存情况】，预计【到货时间】到货；急用的话，相近的有【替代商品】，区别是【区别】。',
  },
  {
    id: 'topic-promotion',
    command: '活动',
    title: { zh: '活动与满减', en: 'Promotions' },
    text: '现在的活动是【活动内容】，【能否叠加】，您这一单算下来是【金额】元，下单时系统会自动减免。',
  },
  {
    id: 'topic-quality',
    command: '质量',
    title: { zh: '质量问题', en: 'Quality trouble' },
    text: '非常抱歉给您添麻烦了。麻烦您拍一下【部位】的照片，核实后可以为您【方案一】或者【方案二】，运费由我们承担。',
  },
  {
    id: 'topic-invoice',
    command: '发票',
    title: { zh: '开发票', en: 'Invoices' },
    text: '跟您核对开票信息：抬头【抬头】，税号【税号】，【时间】内开好发到【邮箱】。',
  },
  {
    id: 'topic-payment',
    command: '支付',
    title: { zh: '支付与催付', en: 'Payment' },
    text: '看到您的订单还没有付款，请问是遇到什么问题了吗？支持【支付方式】，【提醒】。',
  },
  {
    id: 'soothe',
    command: '安抚',
    title: { zh: '安抚情绪', en: 'Soothe' },
    text: '非常理解您的心情，遇到【问题】换作是我也会着急，给您添麻烦了。您放心，这件事我来负责跟到底。',
  },
  {
    id: 'apologise',
    command: '致歉',
    title: { zh: '致歉并担责', en: 'Apologise and own it' },
    text: '实在抱歉，【问题】是我们的疏忽，责任在我们这边，我马上为您处理。',
  },
  {
    id: 'clarify',
    command: '核实',
    title: { zh: '核实信息', en: 'Ask for facts' },
    text: '为了尽快帮您处理，麻烦您提供一下【需要的信息】，方便的话也请拍张照片给我看看。',
  },
  {
    id: 'restate',
    command: '复述',
    title: { zh: '复述确认', en: 'Restate' },
    text: '跟您核对一下：您是说【客户诉求】，希望【期望结果】，对吗？',
  },
  {
    id: 'solve',
    command: '方案',
    title: { zh: '给出方案', en: 'Offer a remedy' },
    text: '给您两个处理方案：一、【方案一】；二、【方案二】。您看哪个更合适？',
  },
  {
    id: 'refund',
    command: '退款',
    title: { zh: '退款说明', en: 'Refund' },
    text: '已经为您办理退款【金额】元，原路退回，预计【到账时间】到账，请您留意。',
  },
  {
    id: 'decline',
    command: '婉拒',
    title: { zh: '婉拒请求', en: 'Decline politely' },
    text: '非常抱歉，【请求】这边确实没有权限，不过可以为您【替代方案】，您看可以吗？',
  },
  {
    id: 'follow-up',
    command: '跟进',
    title: { zh: '跟进承诺', en: 'Promise to follow up' },
    text: '我会持续跟进，【时间】前给您答复，有任何进展第一时间联系您。',
  },
  {
    id: 'close',
    command: '收尾',
    title: { zh: '确认并结束', en: 'Check and close' },
    text: '请问还有其他可以帮您的吗？感谢您的理解与支持，祝您生活愉快！',
  },
];
