import { expect, test } from 'vitest';
import { commitmentsIn } from './commitments';

const actionsIn = (text: string) => commitmentsIn(text).map(({ action }) => action);

test.each([
  ['我马上给您退款，请您留意短信', ['refund']],
  ['12元优惠券已经放到您账户里了', ['coupon']],
  ['这边显示已经给您退款了哦', ['refund']],
  ['我这就给您补发一件', ['resend']],
  ['您的情况我已经上报主管', ['escalate']],
])('what is done or being done is a commitment: %s', (text, actions) => {
  expect(actionsIn(text)).toEqual(actions);
});

test.each([
  ['如果超时未发，我马上给您发优惠券', 'a condition'],
  ['您可以选择退款或者换货', 'an offer'],
  ['我马上给您退款可以吗？', 'a question'],
  ['我不能马上给您退款', 'a denial'],
  ['仓库验收后马上给您退款', 'what comes after something else'],
  ['之前同事已经给您退款了', 'what somebody else did'],
])('what binds nobody yet is none: %s (%s)', (text) => {
  expect(actionsIn(text)).toEqual([]);
});

test('a commitment cites its clause', () => {
  const text = '非常抱歉，我马上给您退款，请放心';
  const [found] = commitmentsIn(text);
  expect(text.slice(found?.start, found?.end)).toBe('我马上给您退款');
});
