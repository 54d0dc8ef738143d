import { z } from 'zod';
import { type Act, ActSchema } from '../understanding/acts';
import { type Verdict, VerdictSchema } from '../understanding/understood';
import { ActionNameSchema } from './action';
import { type Tone, ToneSchema } from './tone';

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((value) => [value]), z.array(item).min(1)]);

const SignFields = {
  act: oneOrMore(ActSchema)
    .optional()
    .describe('回复里的话术行为，任一即可 / dialogue acts of the reply, any of them'),
  cue: oneOrMore(z.string()).optional().describe('回复里的要点，任一即可 / cues in the reply, any of them'),
  claim: z
    .record(z.string(), oneOrMore(VerdictSchema))
    .optional()
    .meta({
      description: '回复里的陈述和判断，全部要成立 / claims with the verdicts that fit, all of them',
      examples: [{ 'ship-by': 'right' }],
    }),
};

/** An action by its name, or with how its amount was judged: `coupon`, `coupon:beyond`, `refund:low`. */
const DeedSchema = z.enum(
  ActionNameSchema.options.flatMap((name) => [name, `${name}:beyond` as const, `${name}:low` as const]),
);

/** What is asked of the replies: one of the acts, and one of the cues, and each of the claims with one of its verdicts. */
const SignConditionSchema = z.strictObject(SignFields);

/** What the latest burst of replies showed, as sets. The machine keeps it while the customer reads. */
export type Signs = {
  readonly acts: readonly Act[];
  readonly cues: readonly string[];
  /** `claim:verdict` */
  readonly claims: readonly string[];
  /** `action` or `action:verdict` of the agent's actions that the customer notices. */
  readonly actions: readonly string[];
  /** The reply is a copy of an earlier one. */
  readonly repeated: boolean;
  /** A figure differs from what the agent said before on the same topic. */
  readonly contradicts: boolean;
};

export const NO_SIGNS: Signs = {
  acts: [],
  cues: [],
  claims: [],
  actions: [],
  repeated: false,
  contradicts: false,
};

/**
 * When something holds. All keys of one map must hold together; a list within a key means any of it
 * (`need` and `told`: all of it). No code, no regular expressions.
 */
export type Condition = {
  act?: Act[] | undefined;
  cue?: string[] | undefined;
  claim?: Record<string, Verdict[]> | undefined;
  /** The agent has just done this, whatever its amount. */
  doing?: string[] | undefined;
  /** The agent has done this at some time: rightly, or `ACTION:beyond` and `ACTION:low` with such an amount. */
  did?: string[] | undefined;
  mood?: Tone[] | undefined;
  need?: string[] | undefined;
  open?: string[] | undefined;
  /**
   * The customer has asked for this need, and the reply shows no cue and no claim of the case: it is about nothing else.
   * With `act` beside it, an answer of the right kind counts whatever its wording.
   */
  answers?: string | undefined;
  told?: string[] | undefined;
  /** The case is in one of these variants. */
  variant?: string[] | undefined;
  /** The customer has come to one of these beats, now or earlier. */
  beat?: string[] | undefined;
  /** One of these reactions of the script has happened in an earlier step of this burst or before. */
  reacted?: string[] | undefined;
  /** `met`: every need that this persona has is met. */
  needs?: 'met' | undefined;
  /** The signs occurred at some time, now or earlier, each on its own. */
  ever?: SignCondition | undefined;
  /** The signs occurred earlier, before the burst that is being read. */
  before?: SignCondition | undefined;
  repeated?: boolean | undefined;
  contradicts?: boolean | undefined;
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
  not?: Condition | undefined;
};
export type SignCondition = z.infer<typeof SignConditionSchema>;

export const ConditionSchema: z.ZodType<Condition> = z
  .strictObject({
    ...SignFields,
    doing: oneOrMore(DeedSchema)
      .optional()
      .meta({ description: '客服刚做了的操作 / an action just done', examples: ['coupon'] }),
    did: oneOrMore(DeedSchema)
      .optional()
      .meta({
        description:
          '客服做过的操作；:beyond 越权，:low 给少了 / actions done at some time; :beyond or :low with such an amount',
        examples: ['look-up-order'],
      }),
    mood: oneOrMore(ToneSchema).optional().describe('客户现在的心情 / how the customer feels now'),
    need: oneOrMore(z.string()).optional().describe('这些诉求都已满足 / all of these needs are met'),
    open: oneOrMore(z.string()).optional().describe('这些诉求都还没满足 / all of these needs are open'),
    answers: z
      .string()
      .optional()
      .describe('客户问过这个诉求，客服正在回答 / the reply answers this need, which was asked'),
    told: oneOrMore(z.string())
      .optional()
      .describe('这些隐藏信息都已说出 / all of these hidden facts are told'),
    variant: oneOrMore(z.string())
      .optional()
      .describe('案例是这几种变体之一 / the case is one of these variants'),
    beat: oneOrMore(z.string())
      .optional()
      .describe('客户到过这几个环节之一 / the customer has come to one of these beats'),
    reacted: oneOrMore(z.string())
      .optional()
      .describe('客户有过这些反应之一 / the customer has reacted in one of these ways'),
    needs: z
      .literal('met')
      .optional()
      .describe('met：这位客户的诉求全部满足 / met: every need of this customer is met'),
    ever: SignConditionSchema.optional().describe('到现在为止说过 / occurred at some time, now or earlier'),
    before: SignConditionSchema.optional().describe('在这次回复之前说过 / occurred before this reply'),
    repeated: z
      .boolean()
      .optional()
      .describe('和之前的回复一样，或一条里什么都说 / a copy of an earlier reply, or everything at once'),
    contradicts: z
      .boolean()
      .optional()
      .describe('数字和之前说的矛盾 / a figure differs from what was said before'),
    get all() {
      return z.array(ConditionSchema).min(1).optional().describe('全部成立 / all of these hold');
    },
    get any() {
      return z.array(ConditionSchema).min(1).optional().describe('任一成立 / any of these holds');
    },
    get not() {
      return ConditionSchema.optional().describe('不成立 / this does not hold');
    },
  })
  .refine((condition) => Object.keys(condition).length > 0, '条件不能为空 / a condition cannot be empty');

/** A condition that always holds, for the last entry of a list. */
export const ALWAYS: Condition = { all: [] };

/** What a condition looks at. `known` holds lasting facts as `need:ID`, `asked:ID`, `told:ID`, `variant:ID`, `beat:ID`, `reacted:ID`, `did:ACTION`, `ever:act:ACT` … */
export type Situation = {
  readonly signs: Signs;
  readonly known: Readonly<Record<string, true>>;
  readonly tone: Tone;
  /** Ids of the needs that this persona has; what it does not need counts as met. */
  readonly needs: readonly string[];
};

/** Whether the customer no longer lacks this: met, asleep, or never needed. */
function satisfied(id: string, { known, needs }: Situation): boolean {
  return known[`need:${id}`] === true || known[`asleep:${id}`] === true || !needs.includes(id);
}

/** Whether the condition holds in the situation. */
export function holds(condition: Condition, situation: Situation): boolean {
  const { signs, known, tone, needs } = situation;
  const {
    act,
    cue,
    claim,
    doing,
    did,
    mood,
    need,
    open,
    answers,
    told,
    variant,
    beat,
    reacted,
    ever,
    before,
    repeated,
    contradicts,
    all,
    any,
    not,
  } = condition;
  if (act && !act.some((id) => signs.acts.includes(id))) return false;
  if (cue && !cue.some((id) => signs.cues.includes(id))) return false;
  if (
    claim &&
    !Object.entries(claim).every(([id, verdicts]) =>
      verdicts.some((v) => signs.claims.includes(`${id}:${v}`)),
    )
  ) {
    return false;
  }
  if (doing && !doing.some((id) => signs.actions.includes(id))) return false;
  if (did && !did.some((id) => known[`did:${id}`])) return false;
  if (mood && !mood.includes(tone)) return false;
  if (need && !need.every((id) => satisfied(id, situation))) return false;
  if (open?.some((id) => satisfied(id, situation))) return false;
  if (answers && !(known[`asked:${answers}`] && signs.cues.length === 0 && signs.claims.length === 0))
    return false;
  if (told && !told.every((id) => known[`told:${id}`])) return false;
  if (variant && !variant.some((id) => known[`variant:${id}`])) return false;
  if (beat && !beat.some((id) => known[`beat:${id}`])) return false;
  if (reacted && !reacted.some((id) => known[`reacted:${id}`])) return false;
  if (condition.needs && !needs.every((id) => satisfied(id, situation))) return false;
  if (ever && !occurred(ever, known, signs)) return false;
  if (before && !occurred(before, known, NO_SIGNS)) return false;
  if (repeated !== undefined && repeated !== signs.repeated) return false;
  if (contradicts !== undefined && contradicts !== signs.contradicts) return false;
  if (all && !all.every((part) => holds(part, situation))) return false;
  if (any && !any.some((part) => holds(part, situation))) return false;
  if (not && holds(not, situation)) return false;
  return true;
}

/** Whether each part of the condition is among what is known or among the signs. */
function occurred({ act, cue, claim }: SignCondition, known: Situation['known'], signs: Signs): boolean {
  if (act && !act.some((id) => known[`ever:act:${id}`] || signs.acts.includes(id))) return false;
  if (cue && !cue.some((id) => known[`ever:cue:${id}`] || signs.cues.includes(id))) return false;
  return Object.entries(claim ?? {}).every(([id, verdicts]) =>
    verdicts.some(
      (verdict) => known[`ever:claim:${id}:${verdict}`] || signs.claims.includes(`${id}:${verdict}`),
    ),
  );
}

/** Every condition inside a condition, itself included. */
export function* conditionsWithin(condition: Condition): Generator<Condition> {
  yield condition;
  for (const part of [...(condition.all ?? []), ...(condition.any ?? [])]) yield* conditionsWithin(part);
  if (condition.not) yield* conditionsWithin(condition.not);
}
