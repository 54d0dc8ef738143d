import type { StateValue } from 'xstate';
import type { StateNode, Transition } from './state-node';

/** What a set of transitions does to a configuration. */
export type StateChange = {
  readonly exits: readonly StateNode[];
  readonly entries: readonly StateNode[];
  readonly to: Configuration;
};

/** The states that are active together. The same states are the same object, so that each is worked out once. */
export type Configuration = {
  readonly active: ReadonlySet<StateNode>;
  /** As XState writes it. */
  readonly value: StateValue;
  /** For every innermost state that takes something as soon as it can, what that is, from the inside outwards. */
  readonly eventless: readonly (readonly Transition[])[];
  readonly done: boolean;
  /** By the numbers of their transitions. */
  readonly changes: Map<string, StateChange>;
};

/** So many configurations of one chart are remembered; when there are more, all are worked out anew. */
const REMEMBERED = 5_000;

/** The configurations of one chart. */
export class Configurations {
  private readonly root: StateNode;
  private readonly order: ReadonlyMap<StateNode, number>;
  private readonly known = new Map<string, Configuration>();
  private readonly byValue = new WeakMap<object, Configuration>();

  constructor(root: StateNode) {
    this.root = root;
    this.order = new Map([...root.within()].map((node, index) => [node, index]));
  }

  /** The states that are entered at the start, and where that leads. */
  first(): StateChange {
    const entries = [this.root, ...enteredWithin(this.root, new Set())];
    return { exits: [], entries, to: this.of(entries) };
  }

  /** @throws {Error} for a value that is none of this chart */
  at(value: StateValue): Configuration {
    const before = typeof value === 'object' ? this.byValue.get(value) : undefined;
    if (before) return before;
    const found = this.of([...named(this.root, value)]);
    if (typeof value === 'object') this.byValue.set(value, found);
    return found;
  }

  /** What transitions that do not conflict do together. */
  change(from: Configuration, transitions: readonly Transition[]): StateChange {
    const key = transitions.map(({ number }) => number).join();
    const before = from.changes.get(key);
    if (before) return before;
    const exits = new Set<StateNode>();
    const entries = new Set<StateNode>();
    for (const { domain, target } of transitions) {
      if (!domain || !target) continue;
      for (const node of from.active) if (node.isWithin(domain)) exits.add(node);
      for (const node of enteredWithin(domain, pathTo(target, domain))) entries.add(node);
    }
    const stay = [...from.active].filter((node) => !exits.has(node));
    const change = {
      exits: this.sorted(exits).toReversed(),
      entries: this.sorted(entries),
      to: this.of(new Set([...stay, ...entries])),
    };
    from.changes.set(key, change);
    return change;
  }

  private of(nodes: Iterable<StateNode>): Configuration {
    const active = this.sorted(nodes);
    const key = active.map((node) => this.order.get(node)).join();
    const before = this.known.get(key);
    if (before) return before;
    if (this.known.size >= REMEMBERED) this.known.clear();
    const all = new Set(active);
    const configuration: Configuration = {
      active: all,
      value: writtenAs(this.root, all),
      eventless: active
        .filter(({ children }) => children.length === 0)
        .map(eventlessFrom)
        .filter((transitions) => transitions.length > 0),
      done: active.some(({ kind, parent }) => kind === 'final' && parent === this.root),
      changes: new Map(),
    };
    this.known.set(key, configuration);
    if (typeof configuration.value === 'object') this.byValue.set(configuration.value, configuration);
    return configuration;
  }

  private sorted(nodes: Iterable<StateNode>): StateNode[] {
    return [...nodes].sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
  }
}

/** What is entered in a state; the path decides where it leads, elsewhere the initial states do. */
function* enteredWithin(node: StateNode, path: ReadonlySet<StateNode>): Generator<StateNode> {
  const child = node.children.find((each) => path.has(each)) ?? node.initial;
  const next = node.kind === 'parallel' ? node.children : node.kind === 'compound' && child ? [child] : [];
  for (const each of next) {
    yield each;
    yield* enteredWithin(each, path);
  }
}

function pathTo(target: StateNode, domain: StateNode): Set<StateNode> {
  const path = new Set<StateNode>();
  for (let node: StateNode | undefined = target; node && node !== domain; node = node.parent) path.add(node);
  return path;
}

/** A state and those in it that the value names. */
function* named(node: StateNode, value: StateValue | undefined): Generator<StateNode> {
  yield node;
  const inside = typeof value === 'object' ? value : { [value ?? '']: undefined };
  const children = node.children.filter(({ key }) => node.kind === 'parallel' || Object.hasOwn(inside, key));
  if (node.kind === 'compound' && children.length !== 1)
    throw new Error(`${node.id} stands nowhere in ${JSON.stringify(value)}`);
  for (const child of children) yield* named(child, inside[child.key]);
}

function writtenAs(node: StateNode, active: ReadonlySet<StateNode>): StateValue {
  const inside = node.children.filter((child) => active.has(child));
  const [only] = inside;
  if (node.kind === 'compound' && only && only.children.length === 0 && only.kind !== 'parallel')
    return only.key;
  return Object.fromEntries(inside.map((child) => [child.key, writtenAs(child, active)]));
}

function eventlessFrom(leaf: StateNode): Transition[] {
  const transitions: Transition[] = [];
  for (let node: StateNode | undefined = leaf; node; node = node.parent) transitions.push(...node.always);
  return transitions;
}
