import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import type { Action, TicketStep } from '@kefu/shared/script/action';

type Grade = Extract<Action, { do: 'grade' }>['with']['grade'];
type Form<S extends TicketStep['step']> = Extract<TicketStep, { step: S }>;

/** What stands on the ticket, each step as it was written last. */
export type Ticket = {
  readonly grade: Grade | undefined;
  readonly receive: Form<'receive'> | undefined;
  readonly analyse: Form<'analyse'> | undefined;
  readonly execute: Form<'execute'> | undefined;
  readonly confirm: Form<'confirm'> | undefined;
  readonly notes: readonly string[];
};

/** Where the first reply to a complaint ticket stands against its limit (R10). Times in ms. */
export type TicketWait =
  | { readonly state: 'running'; readonly left: number }
  | { readonly state: 'late'; readonly over: number }
  | { readonly state: 'answered' | 'answered-late' };

/**
 * @param due ms since the start
 * @param now ms since the start
 */
export function ticketClock(entries: readonly ViewEntry[], due: number, now: number): TicketWait {
  const first = entries.find(({ kind }) => kind === 'reply');
  if (first) return { state: first.at <= due ? 'answered' : 'answered-late' };
  return now <= due ? { state: 'running', left: due - now } : { state: 'late', over: now - due };
}

/** Reads the ticket from the actions that were carried out. */
export function ticketOf(entries: readonly ViewEntry[]): Ticket {
  const done = entries.flatMap((entry) =>
    entry.kind === 'action' && entry.outcome.status === 'done' ? [entry.action] : [],
  );
  const steps = done.flatMap((action) => (action.do === 'ticket' ? [action.with] : []));
  return {
    grade: done.findLast((action) => action.do === 'grade')?.with.grade,
    receive: steps.findLast((step) => step.step === 'receive'),
    analyse: steps.findLast((step) => step.step === 'analyse'),
    execute: steps.findLast((step) => step.step === 'execute'),
    confirm: steps.findLast((step) => step.step === 'confirm'),
    notes: done.flatMap((action) => (action.do === 'note' ? [action.with.text] : [])),
  };
}
