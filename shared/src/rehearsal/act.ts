import { type Action, type ActionName, ActionNameSchema } from '../script/action';
import type { Case } from '../script/case';
import { type Condition, holds, type Situation } from '../script/condition';
import type { Bilingual } from '../script/text';
import { type Card, findCard, searchKnowledge } from '../shop/knowledge';
import type { ActionEntry } from './entry';
import { findOrder, findPolicy, findProduct } from './look-up';

const REFUSED: Bilingual = {
  zh: '这个操作在当前情况下不可用，请换一种处理方式。',
  en: 'This cannot be done as things stand. Find another way.',
};
const NOT_FOUND: Bilingual = { zh: '没有找到对应的资料。', en: 'There is nothing of that name.' };

/** R74: a ticket is closed when the customer has been asked and lacks nothing, or by whoever takes it over. */
const TICKET_DONE: Condition = {
  any: [{ needs: 'met', ever: { act: ['confirm'] } }, { did: ['escalate'] }],
};
const TICKET_OPEN: Bilingual = {
  zh: '工单还不能关闭：先问客户是否满意，问题都解决了再关。',
  en: 'The ticket cannot be closed yet: ask first whether the customer is content and lacks nothing.',
};

/** Actions that are open in every case: looking things up, keeping records, handing up, closing. */
const ALWAYS_OPEN: ReadonlySet<ActionName> = new Set<ActionName>([
  'look-up-order',
  'look-up-parcel',
  'look-up-product',
  'look-up-policy',
  'grade',
  'note',
  'ticket',
  'search',
  'use-template',
  'read-brief',
  'hint',
  'escalate',
  'close',
]);

/** Whether an action is open in a case that has no rule for it. */
export const isOpenAlways = (name: ActionName): boolean => ALWAYS_OPEN.has(name);

/** The actions that exist in this case, open at this moment or not. */
export const actionsOf = ({ script }: Case): ActionName[] =>
  ActionNameSchema.options.filter((name) => ALWAYS_OPEN.has(name) || script.actions[name] !== undefined);

/** Whether an action is open to the agent at this moment. */
export function isOpen({ script }: Case, situation: Situation, name: ActionName): boolean {
  const rule = script.actions[name];
  if (name === 'close' && script.ticket && !rule?.when) return holds(TICKET_DONE, situation);
  return rule ? rule.when === undefined || holds(rule.when, situation) : ALWAYS_OPEN.has(name);
}

/** What is answered from the facts of the case alone, whatever has happened so far. */
export type PlainAction = Exclude<Action, { do: 'hint' | 'ticket' }>;

/** Carries out an agent's action against the facts of the case; says why where it is not open. */
export function carryOut(facts: Case, situation: Situation, action: PlainAction): ActionEntry['outcome'] {
  const rule = facts.script.actions[action.do];
  if (!isOpen(facts, situation, action.do)) {
    const why = action.do === 'close' && facts.script.ticket ? TICKET_OPEN : REFUSED;
    return { status: 'refused', ...(rule?.refused ? { text: rule.refused } : inBoth(why)) };
  }
  const result = rule?.result ?? resultText(facts, action);
  const amount = 'amount' in action.with ? action.with.amount : undefined;
  const limits = facts.limits[action.do];
  const verdict =
    limits === undefined || amount === undefined
      ? 'right'
      : amount > limits.max
        ? 'beyond'
        : amount < limits.min
          ? 'low'
          : 'right';
  if (result === undefined) return { status: 'refused', ...inBoth(NOT_FOUND) };
  const card = cardOpened(facts, action);
  const words = typeof result === 'string' ? { text: result } : inBoth(result);
  return { status: 'done', verdict, ...words, ...(card && { card }) };
}

/** Words of the engine as an outcome tells them; those of a script are in Chinese only. */
export const inBoth = ({ zh, en }: Bilingual): { text: string; en: string } => ({ text: zh, en });

/** The knowledge card that an action opens. */
function cardOpened(facts: Case, action: PlainAction): Card | undefined {
  switch (action.do) {
    case 'look-up-product':
      return findCard(facts.shop, 'product', findProduct(facts, action.with.product)?.id);
    case 'look-up-policy':
      return findCard(facts.shop, 'policy', findPolicy(facts, action.with.policy)?.id);
    case 'use-template':
      return findCard(facts.shop, 'template', action.with.template);
    default:
      return undefined;
  }
}

/** What the agent sees after the action; undefined when what was looked up does not exist. */
function resultText(facts: Case, action: PlainAction): Bilingual | undefined {
  switch (action.do) {
    case 'look-up-order':
    case 'look-up-parcel': {
      const order = findOrder(facts, action.with.order);
      if (!order) return undefined;
      return action.do === 'look-up-order'
        ? { zh: `已打开订单 ${order.id}`, en: `Opened the order ${order.id}` }
        : order.parcel
          ? { zh: `已打开物流 ${order.parcel.number}`, en: `Opened the parcel ${order.parcel.number}` }
          : { zh: '该订单还没有物流信息', en: 'The order has no parcel yet' };
    }
    case 'look-up-product': {
      const product = findProduct(facts, action.with.product);
      return product && { zh: `已打开商品 ${product.name}`, en: `Opened the product ${product.name}` };
    }
    case 'look-up-policy': {
      const policy = findPolicy(facts, action.with.policy);
      return (
        policy && {
          zh: `已打开规则 ${policy.title}（第 ${policy.version} 版）`,
          en: `Opened the policy ${policy.title} (version ${policy.version})`,
        }
      );
    }
    case 'change-address':
      return {
        zh: `收货地址已改为：${action.with.address}`,
        en: `The address is now: ${action.with.address}`,
      };
    case 'refund':
      return action.with.amount === undefined
        ? { zh: '已发起退款', en: 'Refund started' }
        : {
            zh: `已发起退款 ${action.with.amount.toFixed(2)} 元`,
            en: `Refund of CNY ${action.with.amount.toFixed(2)} started`,
          };
    case 'exchange':
      return { zh: '已登记换货', en: 'Exchange registered' };
    case 'resend':
      return { zh: '已登记补发', en: 'Resending registered' };
    case 'coupon':
      return {
        zh: `已发放 ${action.with.amount.toFixed(2)} 元优惠券`,
        en: `Coupon of CNY ${action.with.amount.toFixed(2)} given`,
      };
    case 'change-price':
      return {
        zh: `已改价 ${action.with.amount.toFixed(2)} 元`,
        en: `Price changed by CNY ${action.with.amount.toFixed(2)}`,
      };
    case 'grade':
      return {
        zh: `工单等级：${{ minor: '轻度', moderate: '中度', severe: '重度' }[action.with.grade]}`,
        en: `The ticket is graded ${action.with.grade}`,
      };
    case 'escalate':
      return { zh: '已上报主管', en: 'Handed up to the supervisor' };
    case 'note':
      return { zh: '备注已保存', en: 'Note saved' };
    case 'search': {
      const count = searchKnowledge(facts.shop, action.with.query).length;
      return {
        zh: `搜索“${action.with.query}”：${count} 条结果`,
        en: `Searched for “${action.with.query}”: ${count} found`,
      };
    }
    case 'use-template': {
      const card = findCard(facts.shop, 'template', action.with.template);
      return (
        card && {
          zh: `已打开话术 ${card.title}（第 ${card.version} 版）`,
          en: `Opened the template ${card.title} (version ${card.version})`,
        }
      );
    }
    case 'read-brief':
      return {
        zh: `已阅读岗前准备（${action.with.seconds} 秒）`,
        en: `Read the brief (${action.with.seconds} s)`,
      };
    case 'close':
      return { zh: '会话已结束', en: 'The chat is closed' };
  }
}
