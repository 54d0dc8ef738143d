import type { RawFigure } from './figure';

/** Whether a figure is stated at all: denied, asked about or quoted ones promise nothing. */

const CLAUSE_END = /[,.!?;~\n]/;

const DENIAL =
  /(?:(?:不能|没法|无法|不敢|不|没|没办法|不可能|难以)(?:100%|完全)?(?:保证|承诺|确定|确保|打包票|答应|担保|说死|肯定)|保证不了|不一定|不是|并非|没有|没说|没这么|没那么|不可能|不会是|不支持|不给|不补|不赔|不送|不退|不能|没法|无法|做不到|达不到|给不了|补不了|不了|别信|未必|不会|不用|不需要|无需|不必)[^,]{0,6}$/;
/** “不会超过”, “不用等到”, “没有超过” bound the figure instead of denying it. */
const BOUNDING =
  /(?:不会|不用|不能|没有|不需要|无需|没|不必|不可能)(?:再|等|等到|等太久|需要)?(?:超过|晚于|高于|多于|低于|少于|到|等|大于|花)$|(?:不用|不需要|无需|没有|用不了|不会)(?:您)?(?:等)?(?:到)?$/;
const DENIED_AFTER =
  /^(?:内|以内|之内|前|左右|的话?|这个|就|都|也|肯定|可能|怕是|恐怕|是|发货|送达|到货|退款|到账|的券)*(?:到不了|不行|不可能|做不到|没办法|没法|保证不了|不够|不能保证|不好说|给不了|补不了|赔不了|不现实|发不了|来不及|不成|超出|办不到|不可以|不用|不需要|不一定)/;

/** “近30天326条评价” looks back: no promise. */
const LOOKING_BACK = /(?:最近|近|过去|前)$/;

/** “原来写的3元红包” was said, and no longer holds. */
const REPLACED = /(?:原来|原先|本来|起初|一开始)(?:是|说|写|给|定|标|的)*$/;

/** A size that is named because it will not do: “XXL没货”, “M偏小”. */
const UNFIT =
  /^(?:的)?(?:您|你|给您)?(?:穿|的话|会|可能|都|就|已经|也|有点|稍微|稍|略|这款)*(?:没货|没有货|缺货|断码|断货|卖完|卖光|偏小|偏大|偏紧|太小|太大|太紧|小了|大了|紧了|不合适|不适合|没有了|没了)/;

export function isNegated(text: string, { start, end, kind }: RawFigure): boolean {
  const before = clauseBefore(text, start).slice(-12);
  if (kind === 'when' && LOOKING_BACK.test(before)) return true;
  const after = text.slice(end, end + 14);
  if (DENIED_AFTER.test(after) || REPLACED.test(before)) return true;
  if (kind === 'size' && UNFIT.test(after)) return true;
  if (BOUNDING.test(before)) return kind !== 'when' && /没有$/.test(before);
  if (/(?:不到|不足|不超过|不低于|不少于|不高于|不多于|不止|不仅|不光)/.test(before)) return false;
  return DENIAL.test(before);
}

const QUESTION_TAIL = /(?:吗|么|嘛|呢)?\?|(?:吗|么)(?:[,.!~\s亲呀啊]|$)/;
/** A question for consent leaves the offer standing. */
const CONSENT =
  /(?:可以|行|好|成|ok|能接受|接受|满意|方便|合适|没问题|同意|怎么样|如何|您看|你看|行不行|可不可以|可否|觉得|是不是更|愿意)(?:一下|这样)?(?:吗|么|嘛|呢|不|吧)?\??/;
const ASKING = /(?:是不是|是否|有没有|能不能|会不会|要不要|还是)[^,.!?]*$/;

export function isAsked(text: string, { start, end }: RawFigure): boolean {
  const after = clauseAfter(text, end);
  if (CONSENT.test(after)) return false;
  if (CONSENT.test(text.slice(end + after.length, end + after.length + 14)) && !/[吗?]/.test(after))
    return false;
  return QUESTION_TAIL.test(after) || ASKING.test(clauseBefore(text, start));
}

/** “给您申请20元” is the agent's own offer. */
const QUOTED =
  /(?<![给帮为替])(?:您|你|亲|客户|顾客)(?:刚才|刚刚|上面|之前|自己)?(?:说|讲|提|提到|问|要求|想要|希望|要(?![在于])|想|反馈|看到|申请|主张)的?[^,]{0,6}$/;

export function isQuoted(text: string, { start }: RawFigure): boolean {
  return QUOTED.test(clauseBefore(text, start).slice(-14));
}

function clauseBefore(text: string, start: number): string {
  let from = start;
  while (from > 0 && !CLAUSE_END.test(text[from - 1] ?? '')) from--;
  return text.slice(from, start);
}

/** To the end of the clause, with the mark that closes it. */
function clauseAfter(text: string, end: number): string {
  let to = end;
  while (to < text.length && !CLAUSE_END.test(text[to] ?? '')) to++;
  return text.slice(end, to + 1);
}
