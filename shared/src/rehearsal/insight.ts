import { z } from 'zod';
import { BOILING_POINT, toneOf } from '../persona/schema';
import type { Case } from '../script/case';
import type { Condition } from '../script/condition';
import { redLinesOf } from '../script/red-lines';
import { type Bilingual, BilingualSchema } from '../script/text';
import { ToneSchema } from '../script/tone';
import { ACTS } from '../understanding/acts';
import type { EffectEntry, Entry, Note, ReplyEntry } from './entry';

/** One thing that moved the mood, and by how many levels; positive is worse. */
const MoveSchema = z.object({
  why: z.enum(['reaction', 'blocked', 'asked-again', 'unclear', 'waited']),
  /** What was reacted to, or what had to be asked again; null where `why` says it all. */
  title: BilingualSchema.nullable(),
  by: z.int(),
});

/** What an effect of the log means, in words for people. For those who may see the whole log only. */
export const InsightSchema = z.object({
  /** The effect's number in the log. */
  seq: z.int().positive(),
  /** The tone before; the effect itself has the one after. */
  before: ToneSchema,
  /** The step of the customer's agenda, where it moved; `from` is null at the beginning. */
  beat: z.object({ from: BilingualSchema.nullable(), to: BilingualSchema }).nullable(),
  moves: z.array(MoveSchema),
  /** Needs that were met, hidden facts that were told, doubts that came up. */
  met: z.array(BilingualSchema),
  told: z.array(BilingualSchema),
  woken: z.array(BilingualSchema),
  redLines: z.array(z.object({ title: BilingualSchema, rule: z.string() })),
});

export type Insight = z.infer<typeof InsightSchema>;
type Move = z.infer<typeof MoveSchema>;

const clamp = (level: number): number => Math.max(0, Math.min(BOILING_POINT, level));

/** Says of every effect of a log what it was about. Pure: the same log and case give the same words. */
export function insightsOf(facts: Case, log: readonly Entry[]): Insight[] {
  const { persona, script, needs } = facts;
  let beat: string | null = null;
  return log.flatMap((entry, index) => {
    if (entry.kind !== 'effect') return [];
    const ids = (kind: Note['kind']) => entry.notes.filter((note) => note.kind === kind).map(({ id }) => id);
    const from = beat;
    beat = ids('beat').at(-1) ?? beat;
    return {
      seq: entry.seq,
      before: toneOf(persona, entry.from),
      beat:
        beat !== null && beat !== from
          ? { from: from === null ? null : beatTitle(facts, from), to: beatTitle(facts, beat) }
          : null,
      moves: movesOf(facts, log, entry, index),
      met: ids('need').flatMap((id) => needs[id]?.title ?? []),
      told: ids('told').flatMap((id) => script.hidden[id]?.title ?? []),
      woken: ids('doubt').flatMap((id) => needs[id]?.title ?? []),
      redLines: redLinesOf(script)
        .filter(({ id }) => ids('red-line').includes(id))
        .map(({ title, rule }) => ({ title, rule })),
    };
  });
}

/** What a beat is called; its id where a script gives it no title. */
function beatTitle({ script }: Case, id: string): Bilingual {
  const own = script.beats[id]?.title;
  if (own) return own;
  const opens = Object.keys(script.beats)[0] === id;
  return opens ? { zh: '开场', en: 'Opening' } : { zh: id, en: id };
}

/** The reactions as noted, and what is left of the change: asking again, or having waited. */
function movesOf(facts: Case, log: readonly Entry[], effect: EffectEntry, index: number): Move[] {
  const { persona, script } = facts;
  const read = log
    .filter((entry) => entry.kind === 'reply')
    .filter(({ seq }) => effect.replies.includes(seq));
  const noted = effect.notes.flatMap(({ kind, id }): Move[] => {
    if (kind === 'blocked') return [{ why: 'blocked', title: null, by: persona.gate?.mood ?? 0 }];
    if (kind !== 'reaction') return [];
    const own = script.reactions.find((reaction) => reaction.id === id);
    if (own) return [{ why: 'reaction', title: own.title, by: own.mood }];
    const usual = persona.reactions.find((reaction) => reaction.id === id);
    return usual ? [{ why: 'reaction', title: reactedTo(usual.when, read, id), by: usual.mood }] : [];
  });
  const felt = clamp(effect.from + noted.reduce((sum, { by }) => sum + by, 0));
  if (felt === effect.to) return noted;
  return [...noted, { ...reasonLeft(facts, log, index), by: effect.to - felt }];
}

/** The acts of the replies that a reaction of the persona listens to; its id where it listens to something else. */
function reactedTo(
  { act, repeated, contradicts }: Condition,
  read: readonly ReplyEntry[],
  id: string,
): Bilingual {
  const done = new Set(read.flatMap(({ understood }) => understood.acts.map((hit) => hit.act)));
  const named = (act ?? []).filter((one) => done.has(one)).map((one) => ACTS[one]);
  if (named.length > 0) {
    return { zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join(', ') };
  }
  if (repeated) return { zh: '重复前面的话', en: 'repeats itself' };
  if (contradicts) return { zh: '前后矛盾', en: 'contradicts itself' };
  return { zh: id, en: id };
}

/** The words that follow an effect tell whether something had to be asked again; else time alone did it. */
function reasonLeft({ needs }: Case, log: readonly Entry[], index: number): Omit<Move, 'by'> {
  for (const entry of log.slice(index + 1)) {
    if (entry.kind !== 'message') break;
    const [kind, id = '', part] = entry.pool.split('.');
    if (kind === 'need' && part === 'again') return { why: 'asked-again', title: needs[id]?.title ?? null };
    if (entry.pool === 'voice.unclear') return { why: 'unclear', title: null };
  }
  return { why: 'waited', title: null };
}
