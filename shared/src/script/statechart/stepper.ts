import type { StateValue } from 'xstate';
import type { Behaviour, Effect } from '../machine/behaviour';
import type { ActionName, ChartState, CustomerAction, CustomerGuard, GuardName } from '../machine/chart';
import type { CustomerContext, CustomerEvent } from '../machine/context';
import { type Configuration, Configurations, type StateChange } from './configuration';
import { type StateNode, type Transition, treeOf } from './state-node';

/** Where a statechart stands. Plain JSON. */
export type Standing = { readonly value: StateValue; readonly context: CustomerContext };

/** What a step asks to be done; `delay` is in ms, infinite for a timer that never fires. */
export type Demand =
  | Effect
  | { readonly type: 'wait'; readonly timer: string; readonly delay: number }
  | { readonly type: 'cancel'; readonly timer: string };

export type Stepped = Standing & { readonly demands: readonly Demand[]; readonly done: boolean };

/**
 * Steps a customer's statechart as XState's pure `transition` does, in a small part of the time: no actor, no snapshot, every
 * set of states worked out once. It knows the part of the language that {@link ChartState} has; the tests hold it to XState.
 */
export class Stepper {
  private readonly root: StateNode;
  private readonly configurations: Configurations;
  private readonly behaviour: Behaviour;

  constructor(chart: ChartState, behaviour: Behaviour) {
    this.root = treeOf(chart);
    this.configurations = new Configurations(this.root);
    this.behaviour = behaviour;
  }

  /** The beginning. */
  start(context: CustomerContext): Stepped {
    const first = this.configurations.first();
    const macrostep = new Macrostep(this.behaviour, first.to, context, { type: 'xstate.init' });
    macrostep.go(first, []);
    return this.finish(macrostep);
  }

  /** What an event leads to, with all that follows from it at once. */
  step({ value, context }: Standing, event: CustomerEvent): Stepped {
    const macrostep = new Macrostep(this.behaviour, this.configurations.at(value), context, event);
    this.take(macrostep, this.selected(macrostep));
    return this.finish(macrostep);
  }

  private finish(macrostep: Macrostep): Stepped {
    while (!macrostep.at.done) {
      const free = new Set<Transition>();
      for (const transitions of macrostep.at.eventless) {
        const open = macrostep.first(transitions);
        if (open) free.add(open);
      }
      if (free.size > 0) this.take(macrostep, [...free]);
      else if (macrostep.next()) this.take(macrostep, this.selected(macrostep));
      else break;
    }
    const { at, context, demands } = macrostep;
    return { value: at.value, context, demands, done: at.done };
  }

  private selected(macrostep: Macrostep): readonly Transition[] {
    const { type } = macrostep.event;
    return this.root.hears.has(type) ? enabled(this.root, macrostep, type) : [];
  }

  private take(macrostep: Macrostep, transitions: readonly Transition[]): void {
    const compatible = transitions.length > 1 ? withoutConflicts(transitions) : transitions;
    const moving = compatible.filter(({ target }) => target);
    macrostep.go(
      moving.length > 0 ? this.configurations.change(macrostep.at, moving) : undefined,
      compatible,
    );
  }
}

/** One step in the making: an event, and all that it raises. */
class Macrostep {
  at: Configuration;
  context: CustomerContext;
  event: CustomerEvent;
  readonly demands: Demand[] = [];
  private readonly raised: CustomerEvent[] = [];
  private readonly behaviour: Behaviour;

  constructor(behaviour: Behaviour, at: Configuration, context: CustomerContext, event: CustomerEvent) {
    this.behaviour = behaviour;
    this.at = at;
    this.context = context;
    this.event = event;
  }

  /** Takes up the next inner event. */
  next(): boolean {
    const event = this.raised.shift();
    if (event) this.event = event;
    return event !== undefined;
  }

  /** The first of them that is open. */
  first(transitions: readonly Transition[] | undefined): Transition | undefined {
    return transitions?.find(({ guard }) => !guard || this.allows(guard));
  }

  /** Leaves, acts, enters, in this order. */
  go(change: StateChange | undefined, transitions: readonly Transition[]): void {
    for (const { timers } of change?.exits ?? [])
      for (const timer of timers.keys()) this.demands.push({ type: 'cancel', timer });
    for (const { actions } of transitions) for (const action of actions) this.perform(action);
    for (const { entry, timers } of change?.entries ?? []) {
      for (const action of entry) this.perform(action);
      for (const [timer, name] of timers) {
        const delay = this.behaviour.delays[name]?.(this.context) ?? Number.POSITIVE_INFINITY;
        this.demands.push({ type: 'wait', timer, delay });
      }
    }
    if (change) this.at = change.to;
  }

  private allows<Name extends GuardName>({ type, params }: CustomerGuard<Name>): boolean {
    return this.behaviour.guards[type](this, params);
  }

  private perform<Name extends ActionName>({ type, params }: CustomerAction<Name>): void {
    const { change, effects, raises } = this.behaviour.actions[type](this, params);
    if (change) this.context = { ...this.context, ...change };
    if (effects) this.demands.push(...effects);
    for (const inner of raises ?? []) this.raised.push({ type: inner });
  }
}

/** The transitions that an event opens: the innermost of each region, an outer one where no inner one is open. */
function enabled(node: StateNode, macrostep: Macrostep, event: string): Transition[] {
  const transitions: Transition[] = [];
  for (const child of node.children) {
    if (child.hears.has(event) && macrostep.at.active.has(child))
      transitions.push(...enabled(child, macrostep, event));
  }
  const own = transitions.length === 0 ? macrostep.first(node.on.get(event)) : undefined;
  if (own) transitions.push(own);
  return transitions;
}

/** Of transitions that would leave the same states the inner one stays, else the one that came first. */
function withoutConflicts(transitions: readonly Transition[]): Transition[] {
  const kept = new Set<Transition>();
  for (const transition of transitions) {
    const rivals = [...kept].filter((other) => overlap(transition.domain, other.domain));
    if (rivals.some(({ source }) => !transition.source.isWithin(source))) continue;
    for (const rival of rivals) kept.delete(rival);
    kept.add(transition);
  }
  return [...kept];
}

const overlap = (a: StateNode | undefined, b: StateNode | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || a.isWithin(b) || b.isWithin(a));
