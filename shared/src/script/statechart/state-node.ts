import type { ChartState, CustomerAction, CustomerGuard, CustomerTransition } from '../machine/chart';

/** A transition, bound to the states of its chart. */
export type Transition = {
  /** Names it within its chart. */
  readonly number: number;
  readonly source: StateNode;
  readonly target: StateNode | undefined;
  /** The state within which it moves: all that is active in it is left. */
  readonly domain: StateNode | undefined;
  readonly guard: CustomerGuard | undefined;
  readonly actions: readonly CustomerAction[];
};

/** A state of a statechart in its tree. */
export class StateNode {
  readonly key: string;
  readonly parent: StateNode | undefined;
  readonly id: string;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  readonly children: readonly StateNode[];
  readonly initial: StateNode | undefined;
  readonly entry: readonly CustomerAction[];
  /** What runs while it is active: the names of the delays by the ids of the timers. */
  readonly timers: ReadonlyMap<string, string>;
  readonly on = new Map<string, readonly Transition[]>();
  /** What it takes as soon as it can. */
  always: readonly Transition[] = [];
  /** The events that it, or a state within it, has transitions for. */
  readonly hears = new Set<string>();
  private readonly chart: ChartState;

  constructor(chart: ChartState, key: string, parent?: StateNode, path: string = key) {
    const { id = path, type, initial, entry = [], after = {}, states = {} } = chart;
    this.chart = chart;
    this.key = key;
    this.parent = parent;
    this.id = id;
    this.entry = entry;
    this.timers = new Map(Object.keys(after).map((delay) => [`${delay}.${id}`, delay]));
    this.children = Object.entries(states).map(
      ([name, state]) => new StateNode(state, name, this, `${path}.${name}`),
    );
    this.initial = this.children.find((child) => child.key === initial);
    this.kind = type ?? (this.children.length > 0 ? 'compound' : 'atomic');
  }

  /** Itself and all within it, in the order of the document. */
  *within(): Generator<StateNode> {
    yield this;
    for (const child of this.children) yield* child.within();
  }

  isWithin(other: StateNode): boolean {
    for (let node = this.parent; node; node = node.parent) if (node === other) return true;
    return false;
  }

  /** Binds its transitions, once the whole tree is there. @throws {Error} for a target that does not exist */
  bind(byId: ReadonlyMap<string, StateNode>, number: () => number): void {
    const { on = {}, after = {}, always = [] } = this.chart;
    const bound = (list: readonly CustomerTransition[] = []) =>
      list.map((transition) => this.bound(transition, byId, number()));
    for (const [event, list] of Object.entries(on)) this.hear(event, bound(list));
    for (const [timer, delay] of this.timers) this.hear(afterEvent(timer), bound(after[delay]));
    this.always = bound(always);
  }

  private hear(event: string, transitions: readonly Transition[]): void {
    this.on.set(event, transitions);
    for (let node: StateNode | undefined = this; node; node = node.parent) node.hears.add(event);
  }

  private bound(
    { guard, target: name, reenter = false, actions = [] }: CustomerTransition,
    byId: ReadonlyMap<string, StateNode>,
    number: number,
  ): Transition {
    const target = name?.startsWith('#')
      ? byId.get(name.slice(1))
      : this.parent?.children.find(({ key }) => key === name);
    if (name !== undefined && !target) throw new Error(`${this.id} leads to ${name}, which does not exist`);
    return { number, source: this, target, domain: target && this.domainTo(target, reenter), guard, actions };
  }

  /** The innermost state that has both its source and its target within, or the source itself where it stays inside. */
  private domainTo(target: StateNode, reenter: boolean): StateNode | undefined {
    if (!reenter && (target === this || target.isWithin(this))) return this;
    for (let node = this.parent; node; node = node.parent) if (target.isWithin(node)) return node;
    return undefined;
  }
}

/** The event that a timer raises. */
export const afterEvent = (timer: string): `xstate.after.${string}` => `xstate.after.${timer}`;

/** The tree of a chart with all transitions bound: its root. */
export function treeOf(chart: ChartState): StateNode {
  const root = new StateNode(chart, chart.id ?? '');
  const nodes = [...root.within()];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let transitions = 0;
  for (const node of nodes) node.bind(byId, () => transitions++);
  return root;
}
