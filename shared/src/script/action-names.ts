import type { ActionName } from './action';
import type { Bilingual } from './text';

/** What actions are called where a sentence of the engine names them. */
export const ACTION_NAMES: Readonly<Record<ActionName, Bilingual>> = {
  'look-up-order': { zh: '查询订单', en: 'look up the order' },
  'look-up-parcel': { zh: '查询物流', en: 'look up the parcel' },
  'look-up-product': { zh: '查看商品资料', en: 'open the product card' },
  'look-up-policy': { zh: '查看店铺规则', en: 'open the shop policy' },
  'change-address': { zh: '修改地址', en: 'change the address' },
  refund: { zh: '办理退款', en: 'refund' },
  exchange: { zh: '登记换货', en: 'register an exchange' },
  resend: { zh: '安排补发', en: 'send it again' },
  coupon: { zh: '发放优惠券', en: 'give a coupon' },
  'change-price': { zh: '改价', en: 'change the price' },
  grade: { zh: '给工单定级', en: 'grade the ticket' },
  ticket: { zh: '处理工单', en: 'work on the ticket' },
  escalate: { zh: '上报主管', en: 'hand it up' },
  note: { zh: '留备注', en: 'leave a note' },
  search: { zh: '搜索知识库', en: 'search the knowledge base' },
  'use-template': { zh: '打开话术', en: 'open a template' },
  'read-brief': { zh: '阅读岗前准备', en: 'read the brief' },
  hint: { zh: '请求提示', en: 'ask for a hint' },
  close: { zh: '结束会话', en: 'close the chat' },
};
