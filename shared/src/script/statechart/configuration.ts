import type { StateValue } from 'xstate';
import type { Link, Node } from './node';

/** What a set of transitions does to a configuration. */
export type Move = {
  readonly exits: readonly Node[];
  readonly entries: readonly Node[];
  readonly to: Configuration;
};

/** The states that are active together. The same states are the same object, so that each is worked out once. */
export type Configuration = {
  readonly active: ReadonlySet<Node>;
  /** As XState writes it. */
  readonly value: StateValue;
  /** For every innermost state that takes something as soon as it can, what that is, from the inside outwards. */
  readonly eventless: readonly (readonly Link[])[];
  readonly done: boolean;
  /** By the numbers of their transitions. */
  readonly moves: Map<string, Move>;
};

/** So many configurations of one chart are remembered; when there are more, all are worked out anew. */
const REMEMBERED = 5_000;

/** The configurations of one chart. */
export class Configurations {
  private readonly root: Node;
  private readonly order: ReadonlyMap<Node, number>;
  private readonly known = new Map<string, Configuration>();
  private readonly byValue = new WeakMap<object, Configuration>();

  constructor(root: Node) {
    this.root = root;
    this.order = new Map([...root.within()].map((node, index) => [node, index]));
  }

  /** The states that are entered at the start, and where that leads. */
  first(): Move {
    const entries = [...entered(this.root, new Set())];
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
  move(from: Configuration, links: readonly Link[]): Move {
    const key = links.map(({ number }) => number).join();
    const before = from.moves.get(key);
    if (before) return before;
    const exits = new Set<Node>();
    const entries = new Set<Node>();
    for (const { domain, target } of links) {
      if (!domain || !target) continue;
      for (const node of from.active) if (node.isWithin(domain)) exits.add(node);
      if (target !== domain) for (const node of entered(domain, pathTo(target, domain))) entries.add(node);
      entries.delete(domain);
    }
    const stay = [...from.active].filter((node) => !exits.has(node));
    const move = {
      exits: this.sorted(exits).toReversed(),
      entries: this.sorted(entries),
      to: this.of(new Set([...stay, ...entries])),
    };
    from.moves.set(key, move);
    return move;
  }

  private of(nodes: Iterable<Node>): Configuration {
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
        .filter((links) => links.length > 0),
      done: active.some(({ kind, parent }) => kind === 'final' && parent === this.root),
      moves: new Map(),
    };
    this.known.set(key, configuration);
    if (typeof configuration.value === 'object') this.byValue.set(configuration.value, configuration);
    return configuration;
  }

  private sorted(nodes: Iterable<Node>): Node[] {
    return [...nodes].sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
  }
}

/** A state and all that is entered with it; the path decides where it leads, elsewhere the initial states do. */
function* entered(node: Node, path: ReadonlySet<Node>): Generator<Node> {
  yield node;
  const child = node.children.find((each) => path.has(each)) ?? node.initial;
  const next = node.kind === 'parallel' ? node.children : node.kind === 'compound' && child ? [child] : [];
  for (const each of next) yield* entered(each, path);
}

function pathTo(target: Node, domain: Node): Set<Node> {
  const path = new Set<Node>();
  for (let node: Node | undefined = target; node && node !== domain; node = node.parent) path.add(node);
  return path;
}

function* named(node: Node, value: StateValue | undefined): Generator<Node> {
  yield node;
  for (const child of node.children) {
    const inner = typeof value === 'object' ? value[child.key] : undefined;
    const isNamed = node.kind === 'parallel' || value === child.key || inner !== undefined;
    if (isNamed) yield* named(child, inner);
  }
}

function writtenAs(node: Node, active: ReadonlySet<Node>): StateValue {
  const inside = node.children.filter((child) => active.has(child));
  const [only] = inside;
  if (node.kind === 'compound' && only && only.children.length === 0 && only.kind !== 'parallel')
    return only.key;
  return Object.fromEntries(inside.map((child) => [child.key, writtenAs(child, active)]));
}

function eventlessFrom(leaf: Node): Link[] {
  const links: Link[] = [];
  for (let node: Node | undefined = leaf; node; node = node.parent) links.push(...node.always);
  return links;
}
