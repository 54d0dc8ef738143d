import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** Where in a file something lies: keys and indexes from the root. */
export type Path = readonly PropertyKey[];

/** A stretch of a file, in UTF-16 offsets from its start; the end is excluded. */
export type Span = { readonly start: number; readonly end: number };

/**
 * The stretch of a file that a path names: the value, or the name of its field. Of a path that leads to nothing, what
 * comes nearest is shown: the field around it.
 */
export function spanOf(document: Document, path: Path, part: 'key' | 'value'): Span {
  let node: unknown = document.contents;
  let key: unknown;
  for (const step of path) {
    const parent = isAlias(node) ? node.resolve(document) : node;
    const pair: Pair | undefined = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      : undefined;
    const item = isSeq(parent) ? parent.items[Number(step)] : pair?.value;
    // A list of one may be written without its brackets.
    if (item === undefined && isScalar(parent) && part === 'value') break;
    if (item === undefined || (item === null && !pair)) return rangeOf(key) ?? rangeOf(node) ?? START;
    node = item;
    // An item of a list has no name: its own beginning is where people look.
    key = pair ? pair.key : item;
  }
  const [first, second] = part === 'key' ? [key, node] : [node, key];
  return rangeOf(first) ?? rangeOf(second) ?? START;
}

const START: Span = { start: 0, end: 0 };

/** A field without a value has an empty value of no width, which is of no use to people. */
function rangeOf(node: unknown): Span | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const [start, end] = node.range;
  return end > start ? { start, end } : undefined;
}

const isNode = (value: unknown): value is Node =>
  isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
