import type { Persona } from '../persona/schema';
import type { Path } from './places';
import type { Script } from './schema';
import type { Line, Pool } from './text';

/** A pool of a script, where it stands, and which personas must have lines in it. */
export type PlacedPool = {
  readonly path: Path;
  readonly pool: Pool;
  readonly needed: (persona: Persona) => boolean;
};

const everybody = () => true;
const nobody = () => false;

/** Every pool of lines in a script. A missing line is a fault only where the customer would otherwise have nothing to say. */
export function* poolsOf(script: Script): Generator<PlacedPool> {
  for (const [id, need] of Object.entries(script.needs)) {
    const has = ({ has }: Persona) =>
      need.kind === 'goal' || (need.kind === 'figure' ? has.figures : has.doubts);
    yield { path: ['needs', id, 'ask'], pool: need.ask, needed: has };
    if (need.again) yield { path: ['needs', id, 'again'], pool: need.again, needed: nobody };
    if (need.thanks) yield { path: ['needs', id, 'thanks'], pool: need.thanks, needed: nobody };
  }
  for (const [id, hidden] of Object.entries(script.hidden)) {
    yield { path: ['hidden', id, 'tell'], pool: hidden.tell, needed: everybody };
  }
  for (const [id, beat] of Object.entries(script.beats)) {
    if (beat.say) yield { path: ['beats', id, 'say'], pool: beat.say, needed: nobody };
    for (const [index, { say }] of beat.next.entries()) {
      if (say) yield { path: ['beats', id, 'next', index, 'say'], pool: say, needed: nobody };
    }
  }
  for (const [index, { say }] of script.reactions.entries()) {
    if (say) yield { path: ['reactions', index, 'say'], pool: say, needed: nobody };
  }
  for (const [id, pool] of Object.entries(script.voice)) yield { path: ['voice', id], pool, needed: nobody };
  for (const [id, ending] of Object.entries(script.endings)) {
    if (ending?.say) yield { path: ['endings', id, 'say'], pool: ending.say, needed: nobody };
  }
}

/** Every line of a pool with its place, whoever says it. */
export function* linesOf({ path, pool }: Pick<PlacedPool, 'path' | 'pool'>): Generator<[Path, Line]> {
  if (Array.isArray(pool)) for (const [index, line] of pool.entries()) yield [[...path, index], line];
  else {
    for (const [persona, lines] of Object.entries(pool)) {
      for (const [index, line] of lines.entries()) yield [[...path, persona, index], line];
    }
  }
}
