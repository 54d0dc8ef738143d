export type Piece = { readonly text: string; readonly from: number; readonly marked: boolean };

/** Cuts a text so that every place where one of the words stands can be marked. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const marked = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      marked.fill(true, at, at + word.length);
    }
  }
  const pieces: Piece[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && marked[to] === marked[from]) to++;
    pieces.push({ text: text.slice(from, to), from, marked: marked[from] ?? false });
    from = to;
  }
  return pieces;
}
