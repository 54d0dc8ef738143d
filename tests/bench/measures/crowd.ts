import { TestVisitor } from '@kefu/server/testing/test-visitor';
import type { Seat } from '../load/seats';
import { PATIENT, type Talk } from '../load/talk';

/** Nobody may start more rehearsals than this in a short time. */
const EACH = 25;
/** So many do something at once. */
const AT_ONCE = 20;

/** Trainees of one server, each with an account; they start rehearsals as a browser would. */
export class Crowd {
  private readonly visitors: TestVisitor[] = [];
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** New rehearsals, each of another trainee, on these talks in turn. */
  async start(talks: readonly Talk[], count: number): Promise<Seat[]> {
    await this.gather(count);
    return inGroups(this.visitors.slice(0, count), (visitor, index) => begin(visitor, talks, index));
  }

  /** New rehearsals of as few trainees as may start so many. */
  async startMany(talks: readonly Talk[], count: number): Promise<Seat[]> {
    await this.gather(Math.ceil(count / EACH));
    const starters = Array.from({ length: count }, (_, index) => this.visitors[Math.floor(index / EACH)]);
    return inGroups(
      starters.flatMap((visitor) => visitor ?? []),
      (visitor, index) => begin(visitor, talks, index),
    );
  }

  private async gather(count: number): Promise<void> {
    const missing = Math.max(0, count - this.visitors.length);
    this.visitors.push(
      ...(await inGroups(Array.from({ length: missing }), async () => {
        const visitor = new TestVisitor(this.url);
        await visitor.comeAsGuest();
        return visitor;
      })),
    );
  }
}

async function begin(visitor: TestVisitor, talks: readonly Talk[], index: number): Promise<Seat> {
  const talk = talks[index % talks.length];
  if (!talk) throw new Error('no talk to begin');
  const { script, persona, seed, opening, turns } = talk;
  const rehearsal = await visitor.startRehearsal({ script, persona, seed, pace: PATIENT, mode: 'practice' });
  return { cookie: visitor.cookie, rehearsal, opening, turns: [...turns] };
}

async function inGroups<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    done.push(
      ...(await Promise.all(items.slice(at, at + AT_ONCE).map((item, index) => work(item, at + index)))),
    );
  }
  return done;
}
