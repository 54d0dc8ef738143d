import type { StateValue } from 'xstate';
import type { Behaviour, Effect } from '../machine/behaviour';
import type { ActionName, ChartState, CustomerAction, CustomerGuard, GuardName } from '../machine/chart';
import type { CustomerContext, CustomerEvent } from '../machine/context';
import { type Configuration, Configurations, type Move } from './configuration';
import { type Link, type Node, treeOf } from './node';

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
  private readonly root: Node;
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
    const walk = new Walk(this.behaviour, first.to, context, { type: 'DOUBT' });
    walk.go(first, []);
    return this.finish(walk);
  }

  /** What an event leads to, with all that follows from it at once. */
  step({ value, context }: Standing, event: CustomerEvent): Stepped {
    const walk = new Walk(this.behaviour, this.configurations.at(value), context, event);
    this.take(walk, this.hearing(walk));
    return this.finish(walk);
  }

  private finish(walk: Walk): Stepped {
    while (!walk.at.done) {
      const free = new Set<Link>();
      for (const links of walk.at.eventless) {
        const open = walk.first(links);
        if (open) free.add(open);
      }
      if (free.size > 0) this.take(walk, [...free]);
      else if (walk.next()) this.take(walk, this.hearing(walk));
      else break;
    }
    const { at, context, demands } = walk;
    return { value: at.value, context, demands, done: at.done };
  }

  private hearing(walk: Walk): readonly Link[] {
    const { type } = walk.event;
    return this.root.hears.has(type) ? chosen(this.root, walk, type) : [];
  }

  private take(walk: Walk, links: readonly Link[]): void {
    const compatible = links.length > 1 ? withoutConflicts(links) : links;
    const moving = compatible.filter(({ target }) => target);
    walk.go(moving.length > 0 ? this.configurations.move(walk.at, moving) : undefined, compatible);
  }
}

/** One step in the making. */
class Walk {
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
  first(links: readonly Link[] | undefined): Link | undefined {
    return links?.find(({ guard }) => !guard || this.allows(guard));
  }

  /** Leaves, acts, enters, in this order. */
  go(move: Move | undefined, links: readonly Link[]): void {
    for (const { timers } of move?.exits ?? [])
      for (const timer of timers.keys()) this.demands.push({ type: 'cancel', timer });
    for (const { actions } of links) for (const action of actions) this.perform(action);
    for (const { entry, timers } of move?.entries ?? []) {
      for (const action of entry) this.perform(action);
      for (const [timer, name] of timers) {
        const delay = this.behaviour.delays[name]?.(this.context) ?? Number.POSITIVE_INFINITY;
        this.demands.push({ type: 'wait', timer, delay });
      }
    }
    if (move) this.at = move.to;
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
function chosen(node: Node, walk: Walk, event: string): Link[] {
  const links: Link[] = [];
  for (const child of node.children) {
    if (child.hears.has(event) && walk.at.active.has(child)) links.push(...chosen(child, walk, event));
  }
  const own = links.length === 0 ? walk.first(node.on.get(event)) : undefined;
  if (own) links.push(own);
  return links;
}

/** Of transitions that would leave the same states the inner one stays, else the one that came first. */
function withoutConflicts(links: readonly Link[]): Link[] {
  const kept = new Set<Link>();
  for (const link of links) {
    const rivals = [...kept].filter((other) => overlap(link.domain, other.domain));
    if (rivals.some(({ source }) => !link.source.isWithin(source))) continue;
    for (const rival of rivals) kept.delete(rival);
    kept.add(link);
  }
  return [...kept];
}

const overlap = (a: Node | undefined, b: Node | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || a.isWithin(b) || b.isWithin(a));
