import { type ActionName, ActionNameSchema } from '../script/action';
import { clausesOf } from '../understanding/clauses';
import { halfWidth } from '../understanding/normalise';

/** A clause in which the agent says that something is done or is being done (UTF-16 offsets). */
export type Commitment = { readonly action: ActionName; readonly start: number; readonly end: number };

/** What is promised, by the words that name it. Looking up and taking notes are no promises to the customer. */
const NAMED: Partial<Readonly<Record<ActionName, RegExp>>> = {
  refund: /退款|原路退|全额退|退(?:给|还|回|到)?您|退出去/,
  coupon: /券|红包/,
  exchange: /换货|给您换|帮您换/,
  resend: /补发|重发|补寄|重新[发寄]/,
  'change-address': /改.{0,4}地址|地址.{0,6}改/,
  'change-price': /改价|改好价|价格.{0,4}改/,
  escalate: /上报|升级(?:处理|给)|转(?:给|交)?主管/,
};

/** Said as done, or as being done by the agent at this moment. */
const DONE_OR_NOW =
  /已(?:经)?(?!下|签|拆|购|收)|刚刚?给|(?:好|完)[了啦]|马上|这就|立刻|立即|现在就|现在[给帮为]|我(?:来|先)?[给帮为]您/;

/** Offers, conditions, questions, denials and what comes only after something else bind nobody yet. */
const NOT_YET =
  /可以|可选|能不能|是否|或|还是|[一二三]是|您选|选择|吗|\?|没|不|之后|以后|后|再|需要|麻烦|请您|申请|规则|怎么|方案|之前|同事/;

/** A condition holds for the clauses after it, to the end of the sentence. */
const CONDITION = /如果|要是|万一|的话|若|假如/;

/** The commitments of a reply, clause by clause. Deliberately strict: what it is unsure of is held against nobody. */
export function commitmentsIn(source: string): Commitment[] {
  const text = halfWidth(source);
  let conditional = false;
  return clausesOf(text).flatMap(({ start, end }) => {
    const begins = /[.!?;\n]/.test(text[start - 1] ?? '.');
    conditional = CONDITION.test(text.slice(start, end)) || (conditional && !begins);
    // The mark that ends a clause tells whether it was a question.
    const clause = text.slice(start, end + 1);
    if (conditional || !DONE_OR_NOW.test(clause) || NOT_YET.test(clause)) return [];
    return ActionNameSchema.options
      .filter((action) => NAMED[action]?.test(clause))
      .map((action) => ({ action, start, end }));
  });
}
