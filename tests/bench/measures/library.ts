import { scenariosFolder } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { readSources } from '@kefu/server/content/sources';
import { type Exercise, exerciseFor } from '@kefu/shared/rehearsal/exercise';
import { type Content, loadContent } from '@kefu/shared/script/load';
import { RunsSchema } from '@kefu/shared/script/runs';
import { Source } from '@kefu/shared/script/source';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { findTalks, type Talk } from '../load/talk';

/** The library of scripts with the recogniser that comes with the program. */
export type Library = {
  readonly content: Content;
  readonly recogniser: Recogniser;
  /** All replies of the model transcripts. */
  readonly replies: readonly string[];
};

let loaded: Library | undefined;

export function library(): Library {
  loaded ??= load();
  return loaded;
}

function load(): Library {
  const files = readSources(scenariosFolder());
  const replies = files
    .filter(({ path }) => path.endsWith('.runs.yaml'))
    .flatMap((file) => new Source(file).read(RunsSchema)?.runs ?? [])
    .filter(({ kind }) => kind === 'model')
    .flatMap(({ moves }) => moves.flatMap((move) => ('text' in move ? [move.text] : [])));
  return { content: loadContent(files), recogniser: loadRecogniser(), replies };
}

/** The rehearsal of a script of the library with one of its personas. */
export function exerciseOf(of: { script: string; persona: string; seed: number }): Exercise {
  const { content } = library();
  const script = content.scripts.get(of.script)?.value;
  const persona = content.personas.get(of.persona)?.value;
  const shop = script && content.shops.get(script.shop)?.value;
  if (!script || !persona || !shop) throw new Error('not in the library');
  return exerciseFor(script, shop, persona, of.seed);
}

/** Somebody whom all replies may be said to. */
export const EMOTIONAL = { script: 'shipping-time', persona: 'emotional' } as const;

const found = new Map<number, Talk[]>();

/** Different customers, each with a talk of so many turns. */
export function talks(turns: number, count = 9): Talk[] {
  const { content, recogniser, replies } = library();
  const known = found.get(turns) ?? findTalks(content, recogniser, replies, { count, turns });
  if (known.length === 0) throw new Error(`nobody in the library can be talked to for ${turns} turns`);
  found.set(turns, known);
  return known;
}
