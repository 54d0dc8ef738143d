import type { RawFigure } from './figure';
import { NUMBER, NUMBER_ENDS, readNumber } from './numerals';
import { matchesOf, sought } from './sought';

/** Multiples that a shop promises to pay: 假一赔十, 退一赔三, 三倍赔偿, 赔您十倍. Read as counts. */
const FAKE = sought(/[假退]一/, `[假退]一(?:赔|罚|陪|培)(?:付)?(${NUMBER})倍?`);
const TIMES = new RegExp(`${NUMBER_ENDS}倍`);
const TIMES_PAID = sought(TIMES, `(${NUMBER})倍(?:的)?(?:赔|补偿|退|奉还)(?:偿|付|款)?`);
const PAID_TIMES = sought(TIMES, `(?:赔偿?|补偿|罚|退)(?:付|给)?(?:您|你)?(${NUMBER})倍`);

/** A multiple is a slogan that agents name in order to turn it down, with the denial farther away than with other figures. */
const DENIED_BEFORE =
  /(?:没有|没法|没写|没说|没承诺|没办法|无法|不能|不敢|不会|不便|不支持|不承诺|不做|不属于|不是|不包括|不包含|不提供|不随意|不乱|未|关于|至于)[^,.!?;~]{0,12}$/;
const DENIED_AFTER =
  /^[^.!?;~]{0,18}?(?:没有(?!问题|关系|任何问题)|没(?:法|写|提|说|做|这|承诺|答应|列|明确)|没办法|无法|不能|不敢|不便|不支持|不承诺|不做|不在|不属于|不是|不作|不包括|不包含|不提供|不随意|不乱|不好(?:随|乱|直接)|做不到|给不了|超出)/;

export function findMultiples(text: string): RawFigure[] {
  return [FAKE, TIMES_PAID, PAID_TIMES].flatMap((pattern) =>
    matchesOf(pattern, text).flatMap((match): RawFigure[] => {
      const range = readNumber(match[1] ?? '');
      const end = match.index + match[0].length;
      if (!range || DENIED_BEFORE.test(text.slice(0, match.index)) || DENIED_AFTER.test(text.slice(end)))
        return [];
      return [{ kind: 'count', ...range, start: match.index, end }];
    }),
  );
}
