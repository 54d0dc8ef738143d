import { toneOf } from '@kefu/shared/persona/schema';
import type { ActReasons, Report } from '@kefu/shared/protocol/report';
import type { Desk, RehearsalSummary } from '@kefu/shared/protocol/rest';
import { actionsOf } from '@kefu/shared/rehearsal/act';
import type { Entry } from '@kefu/shared/rehearsal/entry';
import { heardAt } from '@kefu/shared/rehearsal/heard';
import { debrief } from '@kefu/shared/scoring/debrief/debrief';
import { type Choosing, nextExercise } from '@kefu/shared/scoring/debrief/next';
import { ScorecardSchema } from '@kefu/shared/scoring/scorecard';
import { ticketDue } from '@kefu/shared/scoring/times';
import type { Runs } from '@kefu/shared/script/runs';
import { BilingualSchema } from '@kefu/shared/script/text';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { type Staged, scoreLog } from '../content/archive';
import type { FoundRehearsal } from '../storage/rehearsals';
import { laidOn } from '../storage/tables';

/** What lists and desks say of a rehearsal. */
export function summaryOf(row: FoundRehearsal): RehearsalSummary {
  const { id, script, persona, mode, pace, status, ending, score, passed } = row;
  return {
    id,
    script,
    title: BilingualSchema.parse(JSON.parse(row.title)),
    persona,
    overlays: laidOn(row).map(({ id, name }) => ({ id, name })),
    mode,
    pace,
    trainee: { id: row.user_id, name: row.trainee },
    startedAt: row.created_at,
    status,
    ending,
    score,
    passed: passed === null ? null : passed === 1,
    exam: row.exam_key !== null ? 'counts' : row.retake_at !== null ? 'retake-granted' : null,
  };
}

export function deskOf(row: FoundRehearsal, { exercise: { facts }, rubric }: Staged): Desk {
  const { script, shop, persona, about, startLevel } = facts;
  const onDesk = (id: string) => about.products.some((product) => product.id === id);
  return {
    rehearsal: summaryOf(row),
    begun: row.begun_at !== null,
    brief: script.brief,
    botLog: script.botLog ?? null,
    now: script.now,
    opens: script.opens,
    limits: rubric.value.limits,
    ticket: script.ticket
      ? { ...script.ticket, due: ticketDue(script, rubric.value.limits, row.pace) }
      : null,
    stage: script.stage,
    shop: {
      ...{ name: shop.name, category: shop.category, style: shop.style },
      ...{ version: shop.version, date: shop.date ?? null },
    },
    platform: script.platform,
    customer: script.customer,
    mood:
      row.mode === 'practice'
        ? {
            name: persona.mood.name,
            level: startLevel,
            tone: toneOf(persona, startLevel),
            tones: persona.mood.names,
          }
        : null,
    order: about.order ? { id: about.order.id, status: about.order.status } : null,
    // All can be looked up; what the case is about comes first.
    products: shop.products
      .toSorted((a, b) => Number(onDesk(b.id)) - Number(onDesk(a.id)))
      .map(({ id, name, price, status }) => ({ id, name, price, status })),
    policies: shop.policies.map(({ id, version, date, title }) => ({ id, version, date, title })),
    promotions: shop.policies
      .filter(({ promotion }) => promotion)
      .map(({ id, title, text }) => ({ id, title, text })),
    actions: actionsOf(facts).filter((name) => name !== 'hint' || row.mode === 'practice'),
  };
}

/** What a report is made from, beside the rehearsal itself. */
export type Reporting = {
  readonly staged: Staged;
  readonly log: readonly Entry[];
  readonly recogniser: Recogniser | undefined;
  readonly runs: Runs | undefined;
  /** What there is to practise next. */
  readonly choice: Pick<Choosing, 'candidates' | 'personas'>;
};

/** All of a finished rehearsal. Must not be made before the end: it tells what the customer hides and how to get it. */
export function reportOf(row: FoundRehearsal, { staged, log, recogniser, runs, choice }: Reporting): Report {
  const { script, persona, variant } = staged.exercise.facts;
  const scored = row.scorecard === null ? scoreLog(staged, row, log) : JSON.parse(row.scorecard);
  const scorecard = ScorecardSchema.parse(scored);
  const { exercise, rubric } = staged;
  const { seed, pace } = row;
  const models = recogniser && runs && { recogniser, runs };
  const played = { script: row.script, persona: row.persona };
  return {
    rehearsal: summaryOf(row),
    exercise: {
      customer: script.customer,
      seed: row.seed,
      persona: { id: persona.id, name: persona.name, summary: persona.summary },
      variant: script.variants.find(({ id }) => id === variant)?.title ?? null,
      moodName: persona.mood.name,
      botLog: script.botLog ?? null,
    },
    scorecard,
    debrief: debrief({ exercise, rubric: rubric.value, seed, pace, log, scorecard, models }),
    next: nextExercise({ ...choice, scorecard, played, pass: rubric.value.pass }),
    log: [...log],
    reasons: recogniser ? reasonsFor(recogniser, log) : [],
  };
}

/** The words that decided what each reply was found to do, from the model that decided it. */
function reasonsFor({ explain }: Recogniser, log: readonly Entry[]): ActReasons[] {
  const heard = heardAt(log);
  return log.flatMap((entry, index) =>
    entry.kind === 'reply'
      ? entry.understood.acts.map(({ act }) => ({
          seq: entry.seq,
          act,
          reasons: explain(entry.text, heard[index], act),
        }))
      : [],
  );
}
