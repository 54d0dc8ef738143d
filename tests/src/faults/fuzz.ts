import { Rehearsals } from '@kefu/server/storage/rehearsals';
import { lockDatabase } from '@kefu/server/testing/lock-database';
import type { TestDesk } from '@kefu/server/testing/test-desk';
import { everybody, type TestServer } from '@kefu/server/testing/test-server';
import type { TestVisitor } from '@kefu/server/testing/test-visitor';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { PROTOCOL_VERSION } from '@kefu/shared/protocol/socket';
import { type Entry, isInput } from '@kefu/shared/rehearsal/entry';
import { seededIndex } from '@kefu/shared/rehearsal/random';
import { vi } from 'vitest';

type Person = {
  readonly name: string;
  readonly visitor: TestVisitor;
  desk: TestDesk;
  readonly own: string[];
};

const TEXTS = [
  ...['您好，我马上帮您查', '非常抱歉', '亲，明天就能发出', '好的', '滚', '😀'.repeat(30)],
  ...['', ' \u200b', '好'.repeat(2_001), '<img src=x onerror=alert(1)>', 'a\u0000b', '\ud800'],
];
const ACTIONS: readonly unknown[] = [
  ...[
    { do: 'look-up-order' },
    { do: 'look-up-order', with: {} },
    { do: 'hint' },
    { do: 'note', with: { text: '记' } },
  ],
  ...[
    { do: 'refund', with: { amount: 5 } },
    { do: 'refund', with: { amount: -5 } },
    { do: 'nothing' },
    {},
    null,
    7,
  ],
  ...[
    { do: 'search', with: { query: '退' } },
    { do: 'escalate', with: { reason: 'x' } },
    { do: 'constructor' },
  ],
];
const GARBAGE: readonly unknown[] = [
  ...[
    null,
    0,
    '',
    'join',
    [],
    {},
    [[[]]],
    { type: 'join' },
    { type: '__proto__' },
    { type: 'reply', id: {} },
  ],
  ...[JSON.parse('{"__proto__":{"admin":true},"type":"reply"}'), { type: 'x'.repeat(9_000) }, Number.NaN],
];
/** Served for whoever may see them; none may fail within, whatever the id. */
const PAGES = ['', '/report', '/replay', '/receipt', '/report.csv', '/report.xlsx', '/note'];

/** Random people do random things with one server. Breaks an invariant with an error that says what was done. */
export class Fuzz {
  private readonly server: TestServer;
  private readonly seed: number;
  private readonly people: Person[] = [];
  private readonly done: string[] = [];
  private readonly taken = new Map<string, string>();
  private drawn = 0;
  private ids = 0;

  constructor(server: TestServer, seed: number) {
    this.server = server;
    this.seed = seed;
  }

  async run(steps: number): Promise<void> {
    const { nobody: _, ...visitors } = await everybody(this.server);
    for (const [name, visitor] of Object.entries(visitors)) {
      this.people.push({ name, visitor, desk: await this.server.desk(visitor), own: [] });
    }
    for (const person of this.people.slice(0, 3)) await this.begin(person);
    for (let step = 0; step < steps; step++) await this.step();
    await this.checkAll();
  }

  private async step(): Promise<void> {
    const person = this.pick(this.people);
    switch (this.draw(16)) {
      case 15:
        return this.write(person);
      case 14:
        return this.leaveForGood(this.people.find(({ name }) => name === 'guest') ?? person);
      case 0:
        return this.begin(person);
      case 1: {
        person.desk.close();
        person.desk = await this.server.desk(person.visitor);
        return;
      }
      case 2:
        return this.server.clock.advance(this.draw(30_000));
      case 3:
        return this.server.clock.leap(this.draw(120_000));
      case 4:
        return this.ask(person);
      case 5: {
        const release = lockDatabase(this.server);
        await this.say(person, true);
        return release();
      }
      case 6: {
        await this.say(person, false, this.pick(GARBAGE));
        return;
      }
      case 7:
      case 8: {
        const after = this.pick([0, 0, 1, 5, 9_999, -1, 0.5]);
        const version = this.pick([PROTOCOL_VERSION, PROTOCOL_VERSION, PROTOCOL_VERSION, 1]);
        return this.say(person, false, {
          type: 'join',
          version,
          rehearsal: this.anyRehearsal(person),
          after,
        });
      }
      default:
        return this.say(person, false);
    }
  }

  /** Deletes themselves with all that they did, in the middle of it, and comes back as somebody new. */
  private async leaveForGood(person: Person): Promise<void> {
    this.done.push(`${person.name} leaves for good`);
    const { status } = await person.visitor.send('POST', ROUTES.ownErasure);
    if (status !== 200) this.fail(`deletion answered ${status}`);
    await person.visitor.comeAsGuest();
    person.desk = await this.server.desk(person.visitor);
    person.own.length = 0;
    await this.begin(person);
  }

  private async begin(person: Person): Promise<void> {
    const choice = {
      seed: this.draw(100),
      mode: 'practice',
      persona: this.pick(['rational', 'emotional', 'doubtful']),
    };
    person.own.push(await person.visitor.startRehearsal(choice));
  }

  /** Sends a message, most often a reply or an action, and checks what is acknowledged. */
  private async say(person: Person, locked: boolean, given?: unknown): Promise<void> {
    const rehearsal = this.anyRehearsal(person);
    const id = this.draw(4) === 0 ? `i${this.draw(this.ids + 1)}` : `i${++this.ids}`;
    const message =
      given !== undefined
        ? given
        : this.draw(3) === 0
          ? { type: 'act', rehearsal, id, action: this.pick(ACTIONS) }
          : { type: 'reply', rehearsal, id, text: this.pick(TEXTS) };
    this.done.push(`${person.name} ${JSON.stringify(message)}${locked ? ' locked' : ''}`);
    const ack = await person.desk.send(message);
    this.done.push(JSON.stringify(ack).slice(0, 200));
    if (!ack.ok && ack.code === 'internal') this.fail('something failed within');
    if (!ack.ok) return;
    const about = ack.joined ? ack.joined.rehearsal : rehearsal;
    if (!this.maySee(person, about)) this.fail('somebody else’s rehearsal was opened');
    if (ack.seq !== undefined) await this.checkTaken(person, { rehearsal, id, seq: ack.seq });
  }

  private async checkTaken(
    person: Person,
    { rehearsal, id, seq }: { rehearsal: string; id: string; seq: number },
  ) {
    if (!person.own.includes(rehearsal)) this.fail('a reply in somebody else’s rehearsal was taken');
    // Its turn comes after the acknowledgement.
    const entry = await vi.waitUntil(async () => (await this.log(rehearsal, seq - 1))[0], {
      timeout: 10_000,
    });
    if (!isInput(entry) || entry.id !== id) this.fail('what was acknowledged is not stored');
    const key = `${rehearsal} ${id}`;
    if ((this.taken.get(key) ?? `${seq}`) !== `${seq}`) this.fail('the same message has two places');
    this.taken.set(key, `${seq}`);
  }

  /** Fills in a form: whatever is in it, it is taken or refused, and what was taken can be read again. */
  private async write(person: Person): Promise<void> {
    const [route, body] = this.pick([
      [ROUTES.journal, { text: this.pick(TEXTS) }],
      [ROUTES.phrases, { title: this.pick(TEXTS), text: this.pick(TEXTS) }],
      [ROUTES.rehearsals, { script: this.pick(TEXTS), persona: 'rational' }],
      [ROUTES.labels, { text: this.pick(TEXTS), context: this.pick(TEXTS), labels: [] }],
    ] as const);
    const { status } = await person.visitor.send('POST', route, { body });
    this.done.push(`${person.name} ${route} ${JSON.stringify(body)} ${status}`);
    if (status >= 500) this.fail('a form failed within');
    for (const page of [ROUTES.journal, ROUTES.phrases, ROUTES.ownData]) {
      const read = await person.visitor.send('GET', page);
      if (read.status >= 500) this.fail(`${page} cannot be read any more`);
    }
  }

  private async ask(person: Person): Promise<void> {
    const page = `/api/rehearsals/${this.anyRehearsal(person)}${this.pick(PAGES)}`;
    const { status } = await person.visitor.send('GET', page);
    this.done.push(`${person.name} ${page} ${status}`);
    if (status >= 500) this.fail('a page failed within');
    if (status === 200 && !this.maySee(person, page.split('/')[3] ?? ''))
      this.fail('a foreign page was shown');
  }

  /** Every customer comes to an end by itself, every log is whole, and nobody was ever sent what is not theirs. */
  private async checkAll(): Promise<void> {
    await this.server.clock.advance(3_600_000);
    for (const rehearsal of this.people.flatMap(({ own }) => own)) {
      const log = await this.log(rehearsal);
      if (log.some(({ seq }, index) => seq !== index + 1)) this.fail(`${rehearsal}: the numbers have gaps`);
      const ids = log.filter(isInput).map(({ id }) => id);
      if (new Set(ids).size < ids.length) this.fail(`${rehearsal}: a message was stored twice`);
      if (log.length > 0 && log.at(-1)?.kind !== 'ended') this.fail(`${rehearsal}: it does not end`);
    }
    await this.checkPages();
    for (const person of this.people) {
      const foreign = person.desk.messages.find(({ rehearsal }) => !this.maySee(person, rehearsal));
      if (foreign) this.fail(`${person.name} was sent ${JSON.stringify(foreign)}`);
    }
  }

  /** All that can be made of what was said, by whoever said it. */
  private async checkPages(): Promise<void> {
    for (const { visitor, own } of this.people) {
      const pages = own.slice(-3).flatMap((id) => PAGES.map((page) => `/api/rehearsals/${id}${page}`));
      for (const page of [...pages, ROUTES.doubtful, ROUTES.progress, ROUTES.ownData]) {
        const { status, body } = await visitor.send('GET', page);
        if (status >= 500) this.fail(`${page} answered ${status} ${JSON.stringify(body)}`);
      }
    }
  }

  private log = (rehearsal: string, after = 0): Promise<Entry[]> =>
    new Rehearsals(this.server.storage).entries(rehearsal, after);

  private maySee({ name, own }: Person, rehearsal: string): boolean {
    return own.includes(rehearsal) || !['guest', 'trainee'].includes(name);
  }

  /** Mostly one's own and the newest, now and then that of somebody else or of nobody. */
  private anyRehearsal({ own }: Person): string {
    const others = this.people.flatMap((person) => person.own);
    const some = this.draw(5) === 0 ? this.pick([...others, 'none', '../x', "'--"]) : own.at(-1);
    return some ?? 'none';
  }

  private fail(what: string): never {
    throw new Error(`seed ${this.seed}: ${what}\n${this.done.slice(-12).join('\n')}`);
  }

  private pick<T>(list: readonly T[]): T {
    const found = list[this.draw(list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  private draw = (count: number): number => seededIndex(this.seed, `step ${this.drawn++}`, count);
}
