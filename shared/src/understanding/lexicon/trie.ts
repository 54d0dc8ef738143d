/** Words letter by letter, with the classes of those that end at a node. Nodes are numbers; the root is {@link ROOT}. */
export type Trie = {
  /** The node behind a node by one UTF-16 unit, or {@link NOWHERE}. */
  readonly next: (node: number, code: number) => number;
  /** By node: the classes of the word that ends there. */
  readonly classes: readonly (readonly number[])[];
};

export const ROOT = 0;
export const NOWHERE = -1;

type Growing = { readonly next: Map<number, Growing>; readonly classes: number[] };

/** @param words by class: the words of class 0, of class 1 … */
export function buildTrie(words: readonly (readonly string[])[]): Trie {
  const root: Growing = { next: new Map(), classes: [] };
  words.forEach((own, kind) => {
    for (const word of own) insert(root, word, kind);
  });
  return flatten(root);
}

function insert(root: Growing, word: string, kind: number): void {
  let node = root;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    let next = node.next.get(code);
    if (!next) {
      next = { next: new Map(), classes: [] };
      node.next.set(code, next);
    }
    node = next;
  }
  if (!node.classes.includes(kind)) node.classes.push(kind);
}

/**
 * Lays the nodes out in flat arrays, each node's ways side by side: a talk asks for them tens of times per message, and
 * maps of maps are slow. The root has hundreds of ways and a table of its own; inner nodes have few.
 */
function flatten(root: Growing): Trie {
  const nodes = [root];
  for (const { next } of nodes) nodes.push(...next.values());
  const firsts = new Int32Array(nodes.length + 1);
  const codes = new Uint16Array(nodes.length);
  /** A bit for each way by the low bits of its code: most characters lead nowhere, and this tells it without a search. */
  const signs = new Int32Array(nodes.length);
  const fromRoot = new Int32Array(0x10000).fill(NOWHERE);
  let way = 0;
  nodes.forEach(({ next }, node) => {
    firsts[node] = way;
    // Nodes were numbered in the order of their ways, so way `i` leads to node `i + 1`.
    for (const code of next.keys()) {
      codes[way++] = code;
      signs[node] = (signs[node] ?? 0) | (1 << code);
    }
  });
  firsts[nodes.length] = way;
  for (let i = 0; i < (firsts[1] ?? 0); i++) fromRoot[codes[i] ?? 0] = i + 1;
  return {
    classes: nodes.map(({ classes }) => classes),
    next(node, code) {
      if (node === ROOT) return fromRoot[code] ?? NOWHERE;
      if (((signs[node] ?? 0) & (1 << code)) === 0) return NOWHERE;
      const end = firsts[node + 1] ?? 0;
      for (let i = firsts[node] ?? 0; i < end; i++) if (codes[i] === code) return i + 1;
      return NOWHERE;
    },
  };
}
