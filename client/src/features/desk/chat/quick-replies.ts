import type { Bilingual } from '@kefu/shared/script/text';

export type QuickReply = { id: string; title: Bilingual; text: string };

/** Good beginnings for common moments. What only the agent can know stands in 【】 and must be filled. */
export const QUICK_REPLIES: readonly QuickReply[] = [
  {
    id: 'greet',
    title: { zh: '欢迎问候', en: 'Welcome' },
    text: '您好，欢迎光临【店铺】，我是客服【昵称】，很高兴为您服务，请问有什么可以帮您？',
  },
  {
    id: 'check',
    title: { zh: '请稍等，查询中', en: 'One moment, checking' },
    text: '好的，我马上帮您查询【事项】，请稍等一分钟。',
  },
  {
    id: 'soothe',
    title: { zh: '安抚情绪', en: 'Soothe' },
    text: '非常理解您的心情，遇到【问题】换作是我也会着急，给您添麻烦了。您放心，这件事我来负责跟到底。',
  },
  {
    id: 'apologise',
    title: { zh: '致歉并担责', en: 'Apologise and own it' },
    text: '实在抱歉，【问题】是我们的疏忽，责任在我们这边，我马上为您处理。',
  },
  {
    id: 'clarify',
    title: { zh: '核实信息', en: 'Ask for facts' },
    text: '为了尽快帮您处理，麻烦您提供一下【需要的信息】，方便的话也请拍张照片给我看看。',
  },
  {
    id: 'restate',
    title: { zh: '复述确认', en: 'Restate' },
    text: '跟您核对一下：您是说【客户诉求】，希望【期望结果】，对吗？',
  },
  {
    id: 'size',
    title: { zh: '尺码推荐', en: 'Size advice' },
    text: '按您的【身高体重】，建议您选【尺码】：【理由】。支持7天无理由退换，不合适可以换。',
  },
  {
    id: 'parcel',
    title: { zh: '物流进度', en: 'Parcel status' },
    text: '帮您查到了，包裹【时间】已到【地点】，预计【预计送达时间】送达。',
  },
  {
    id: 'solve',
    title: { zh: '给出方案', en: 'Offer a remedy' },
    text: '给您两个处理方案：一、【方案一】；二、【方案二】。您看哪个更合适？',
  },
  {
    id: 'refund',
    title: { zh: '退款说明', en: 'Refund' },
    text: '已经为您办理退款【金额】元，原路退回，预计【到账时间】到账，请您留意。',
  },
  {
    id: 'decline',
    title: { zh: '婉拒议价', en: 'Decline politely' },
    text: '非常抱歉，【请求】这边确实没有权限，不过可以为您【替代方案】，您看可以吗？',
  },
  {
    id: 'follow-up',
    title: { zh: '跟进承诺', en: 'Promise to follow up' },
    text: '我会持续跟进，【时间】前给您答复，有任何进展第一时间联系您。',
  },
  {
    id: 'close',
    title: { zh: '确认并结束', en: 'Check and close' },
    text: '请问还有其他可以帮您的吗？感谢您的理解与支持，祝您生活愉快！',
  },
];

/** The templates whose title or text has every word of the search. */
export function quickRepliesFor(search: string): readonly QuickReply[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return QUICK_REPLIES.filter(({ title, text, id }) => {
    const all = `${title.zh} ${title.en} ${id} ${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
