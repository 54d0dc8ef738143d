import { toneOf } from '../persona/schema';
import type { Action } from '../script/action';
import { SILENT_ACTIONS } from '../script/action';
import { NO_SIGNS, type Signs, type Situation } from '../script/condition';
import { type CustomerEvent, startContext } from '../script/machine/context';
import type { Understood } from '../understanding/understood';
import { carryOut, inBoth } from './act';
import type { ActionEntry } from './entry';
import type { Exercise } from './exercise';
import { isHeap } from './heap';
import { hintFor } from './hint';
import { Run } from './run';
import { replySigns } from './signs';
import type { RehearsalState, Step } from './state';
import { furthest, takeTicketStep } from './ticket';
import { NOTHING_SAID, readingMs } from './words';

/** What comes from outside. `at` is ms since the start; earlier times than the state's count as now. */
export type Input =
  | { type: 'reply'; at: number; id: string; text: string; understood: Understood }
  | { type: 'action'; at: number; id: string; action: Action }
  | { type: 'tick'; at: number };

/** How long a customer takes to notice an action of the agent, ms. */
const NOTICE_MS = 1_500;

/**
 * Begins a rehearsal.
 * @param seed chooses variant-independent things: words and typing times. The variant is the exercise's.
 * @param pace stretches the customer's patience: 1, 1.5, 2, or 0 for a customer who waits for ever
 */
export function start(exercise: Exercise, seed: number, pace: number): Step {
  const first = exercise.customer.start(startContext(exercise.facts, pace));
  const run = new Run(exercise, {
    now: 0,
    seed,
    machine: { value: first.value, context: startContext(exercise.facts, pace) },
    timers: [],
    outbox: [],
    words: NOTHING_SAID,
    spoke: false,
    owes: false,
    lastHeard: '',
    answered: true,
    unread: [],
    replies: [],
    figures: {},
    ticket: undefined,
    hints: {},
    seq: 0,
    ending: undefined,
    over: false,
  });
  run.take(first);
  return run.result();
}

/**
 * The pure step: lets time pass up to the input's time, refiring every timer at its own moment, then takes the input.
 * Same exercise, state and input give the same result on any machine. Inputs after the end change nothing.
 */
export function step(exercise: Exercise, state: RehearsalState, input: Input): Step {
  const run = new Run(exercise, state);
  run.advance(Math.max(state.now, input.at));
  if (input.type === 'tick' || run.ended) return run.result();
  if (input.type === 'reply') takeReply(run, input);
  else takeAction(run, input);
  return run.result();
}

/** When time alone will change something next, ms since the start; undefined when nothing is pending. */
export function nextWake({ timers, outbox }: RehearsalState): number | undefined {
  const due = [...timers.map((timer) => timer.due), ...outbox.slice(0, 1).map(({ at }) => at)];
  return due.length === 0 ? undefined : Math.min(...due);
}

/** What conditions look at outside of a reaction: the lasting facts and the mood, without signs. */
export function situationOf({ facts }: Exercise, { machine: { context } }: RehearsalState): Situation {
  return {
    signs: NO_SIGNS,
    known: context.known,
    tone: toneOf(facts.persona, context.level),
    needs: Object.keys(facts.needs),
  };
}

function takeReply(run: Run, { id, text, understood }: Extract<Input, { type: 'reply' }>): void {
  const form = normalForm(text);
  const { replies, figures } = run.state;
  const repeated = replies.includes(form) || isHeap(understood);
  const contradicts = understood.claims.some(({ claim, verdict, value }) => {
    const before = figures[claim];
    return before !== undefined && before !== `${verdict} ${value}` && !before.startsWith(`${verdict} `);
  });
  const entry = run.log({ kind: 'reply', id, text, understood, repeated, contradicts });
  const said = Object.fromEntries(
    understood.claims.map(({ claim, verdict, value }) => [claim, `${verdict} ${value}`]),
  );
  run.set({
    replies: [...replies, form],
    figures: { ...figures, ...said },
    unread: [...run.state.unread, entry.seq],
    answered: true,
  });
  const signs = replySigns(entry);
  run.send({ type: 'REPLY', signs, readMs: run.speechLeft() + readingMs(run.exercise.facts, text) });
}

function takeAction(run: Run, { id, action }: Extract<Input, { type: 'action' }>): void {
  const outcome = outcomeOf(run, action);
  const entry = run.log({ kind: 'action', id, action, outcome });
  if (outcome.status === 'refused') return;
  if (action.do === 'ticket') run.set({ ticket: furthest(run.state.ticket, action.with.step) });
  if (outcome.verdict === 'right') run.send({ type: 'DID', action: action.do });
  if (action.do === 'close') run.send({ type: 'CLOSE' });
  else if (!SILENT_ACTIONS.has(action.do)) {
    run.set({ unread: [...run.state.unread, entry.seq] });
    const signs: Signs = { ...NO_SIGNS, actions: [action.do, `${action.do}:${outcome.verdict}`] };
    const event: CustomerEvent = { type: 'REPLY', signs, readMs: run.speechLeft() + NOTICE_MS };
    run.send(event);
  }
}

/** What comes of an action; asking for a hint and writing on the ticket look at what has happened so far. */
function outcomeOf(run: Run, action: Action): ActionEntry['outcome'] {
  const situation = situationOf(run.exercise, run.state);
  switch (action.do) {
    case 'ticket':
      return takeTicketStep(run.state, action.with);
    case 'hint': {
      const { subject, hint } = hintFor(run.exercise.facts, situation, run.state);
      run.set({ hints: { ...run.state.hints, [subject]: hint.level } });
      return { status: 'done', verdict: 'right', ...inBoth(hint.words), hint };
    }
    default:
      return carryOut(run.exercise.facts, situation, action);
  }
}

/** Without blanks, signs and the choice of digits: what is left equal is a copy. */
const normalForm = (text: string): string =>
  text
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace(/\d+/g, '0')
    .toLowerCase();
