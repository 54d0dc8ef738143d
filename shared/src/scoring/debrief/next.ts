import { z } from 'zod';
import type { Stage } from '../../script/kinds';
import { type Bilingual, BilingualSchema } from '../../script/text';
import type { Scorecard } from '../scorecard';

/** What to practise next and why: what lost the most, the same case with another customer, or a harder case. */
export const NextExerciseSchema = z.object({
  script: z.string(),
  title: BilingualSchema,
  persona: z.string(),
  why: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('indicator'), title: BilingualSchema }),
    z.object({ kind: z.literal('persona') }),
    z.object({ kind: z.literal('level') }),
  ]),
});
export type NextExercise = z.infer<typeof NextExerciseSchema>;

/** A script of the library as the choice sees it. */
export type Candidate = {
  readonly script: string;
  readonly title: Bilingual;
  readonly stage: Stage;
  readonly level: 'novice' | 'advanced';
  /** Measures whose typical mistakes the script's failure transcripts show, with how many of them do. */
  readonly trains: Readonly<Record<string, number>>;
  /** The trainee's best score by persona. */
  readonly best: Readonly<Record<string, number>>;
};

export type Choosing = {
  readonly scorecard: Scorecard;
  readonly played: Pick<Candidate, 'script'> & { readonly persona: string };
  readonly candidates: readonly Candidate[];
  /** In their order. */
  readonly personas: readonly string[];
  /** Points from which an exercise is passed. */
  readonly pass: number;
};

/** An indicator that lost less of the 100 points is no weakness. */
const WEAK = 3;

/** Pure and without chance: the same result and the same library lead to the same exercise; null when all is passed. */
export function nextExercise(choosing: Choosing): NextExercise | null {
  const { played, candidates, personas, pass, scorecard } = choosing;
  const own = candidates.find(({ script }) => script === played.script);
  const passed = ({ best }: Candidate, persona: string) => (best[persona] ?? -1) >= pass;
  const others = candidates.filter(({ script }) => script !== played.script);
  const near = (candidate: Candidate) =>
    (passed(candidate, played.persona) ? 4 : 0) +
    (candidate.level === own?.level ? 0 : 2) +
    (candidate.stage === own?.stage ? 0 : 1);
  const weak = weakest(scorecard);
  if (weak) {
    const [found] = others
      .filter(({ trains }) => (trains[weak.id] ?? 0) > 0)
      .toSorted(
        (a, b) =>
          near(a) - near(b) ||
          (b.trains[weak.id] ?? 0) - (a.trains[weak.id] ?? 0) ||
          order(a.script, b.script),
      );
    if (found) return { ...chosen(found, played.persona), why: { kind: 'indicator', title: weak.title } };
  }
  const persona = own && scorecard.passed && personas.find((id) => id !== played.persona && !passed(own, id));
  if (own && persona) return { ...chosen(own, persona), why: { kind: 'persona' } };
  const [harder] = others
    .filter((candidate) => !passed(candidate, played.persona))
    .toSorted(
      (a, b) =>
        Number(a.level === 'novice') - Number(b.level === 'novice') ||
        near(a) - near(b) ||
        order(a.script, b.script),
    );
  return harder ? { ...chosen(harder, played.persona), why: { kind: 'level' } } : null;
}

const chosen = ({ script, title }: Candidate, persona: string) => ({ script, title, persona });

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The indicator that lost the most of the 100 points. */
function weakest({ dimensions }: Scorecard) {
  const [first] = dimensions
    .flatMap(({ indicators }) => indicators)
    .map(({ id, title, points, weight }) => ({ id, title, lost: ((100 - (points ?? 100)) / 100) * weight }))
    .toSorted((a, b) => b.lost - a.lost);
  return first && first.lost >= WEAK ? first : undefined;
}
