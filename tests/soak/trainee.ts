import { setTimeout as sleep } from 'node:timers/promises';
import { TestDesk } from '@kefu/server/testing/test-desk';
import { bodyAs, TestVisitor } from '@kefu/server/testing/test-visitor';
import { canonicalJson } from '@kefu/shared/hash';
import { RehearsalsSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { seededIndex } from '@kefu/shared/rehearsal/random';
import { ReceiptSchema } from '@kefu/shared/scoring/receipt';
import { faultsIn, newPlayed, type Played, see } from './played';

const PERSONAS = ['emotional', 'rational', 'doubtful'];
const SCRIPTS = ['shipping-time', 'price-drop', 'size-exchange', 'parcel-stuck'];
const REPLIES = [
  '您好，我是客服小满，很高兴为您服务',
  '非常抱歉给您带来不便，我马上帮您查',
  '请您稍等，我核实一下订单',
  '我理解您的心情，换作是我也会着急',
  '今天下午就能发出，预计周五送到',
  '好的',
  '爱买不买，没人求你',
];
/** Replies that are on their way at the same time. */
const AT_ONCE = 3;

/** The customer, who lives so much quicker, gets a word in. */
const MOST_PAUSE_MS = 60;

/** Somebody who talks with one customer after another, and remembers what was acknowledged and shown. */
export class Trainee {
  readonly rehearsals: Played[] = [];
  readonly faults: string[] = [];
  private readonly visitor: TestVisitor;
  private readonly url: string;
  private readonly seed: number;
  private desk: TestDesk | undefined;
  private drawn = 0;

  constructor(url: string, seed: number) {
    this.url = url;
    this.visitor = new TestVisitor(url);
    this.seed = seed;
  }

  arrive = () => this.visitor.comeAsGuest();

  /** Talks until the server is dead. @throws {Error} on anything that a living server should not answer */
  async talk(isDead: () => boolean): Promise<void> {
    try {
      await this.connect();
      while (!isDead()) await this.turn();
    } catch (error) {
      if (!isDead()) throw error;
    } finally {
      this.desk?.close();
    }
  }

  /** Holds all that this trainee knows against the server that came up, and sends again what was not acknowledged. */
  async audit(played: readonly Played[] = this.rehearsals): Promise<void> {
    const desk = await this.connect();
    for (const one of played) {
      // The customer goes on meanwhile: only what was known before can be missed in the answer.
      const known = structuredClone(one);
      const joined = await desk.join(one.id);
      this.faults.push(...faultsIn(known, joined), ...see(one, joined.entries));
      await this.sendAgain(desk, one);
      if (one.ended) await this.readScore(one);
    }
    desk.close();
  }

  private async turn(): Promise<void> {
    const last = this.rehearsals.at(-1);
    const played = last && !last.ended ? last : await this.begin();
    const { sent } = played;
    const count = 1 + this.draw(AT_ONCE);
    const replies = Array.from({ length: count }, (_, n) => ({
      id: `r${sent.size + n}`,
      text: REPLIES[this.draw(REPLIES.length)] ?? '',
    }));
    for (const { id, text } of replies) sent.set(id, { text, seq: undefined });
    await Promise.all(replies.map(({ id }) => this.send(this.opened(), played, id)));
    if (played.ended) await this.readScore(played);
    await sleep(this.draw(MOST_PAUSE_MS));
  }

  private async begin(): Promise<Played> {
    const id = await this.visitor.startRehearsal({
      script: SCRIPTS[this.draw(SCRIPTS.length)],
      persona: PERSONAS[this.draw(PERSONAS.length)],
      seed: this.draw(1_000),
    });
    const played = newPlayed(id);
    this.rehearsals.push(played);
    this.faults.push(...see(played, (await this.opened().join(id)).entries));
    return played;
  }

  private async send(desk: TestDesk, played: Played, id: string): Promise<void> {
    const reply = played.sent.get(id);
    if (!reply) return;
    const ack = await desk.reply(played.id, reply.text, id);
    if (ack.ok) {
      if (reply.seq !== undefined && reply.seq !== ack.seq) {
        this.faults.push(`${played.id}: reply ${id} was ${reply.seq} and is ${ack.seq}`);
      }
      reply.seq = ack.seq;
    } else if (ack.code === 'rehearsal-over' && reply.seq === undefined) {
      // The customer is saying its last words; the end is shown after them.
      played.sent.delete(id);
      await sleep(20);
    } else this.faults.push(`${played.id}: reply ${id} was refused: ${ack.code}`);
  }

  /** In the order of sending: those that were never acknowledged, and the last one that was. */
  private async sendAgain(desk: TestDesk, played: Played): Promise<void> {
    const known = [...played.sent].findLast(([, { seq }]) => seq !== undefined);
    const unknown = [...played.sent].filter(([, { seq }]) => seq === undefined);
    for (const [id] of known ? [known, ...unknown] : unknown) await this.send(desk, played, id);
  }

  /** The score as stored and the receipt as computed; the same as ever, once they were read. */
  private async readScore(played: Played): Promise<void> {
    const { visitor } = this;
    const { rehearsals } = bodyAs(RehearsalsSchema, await visitor.send('GET', ROUTES.rehearsals));
    const summary = rehearsals.find(({ id }) => id === played.id);
    const path = ROUTES.receipt.replace(':id', played.id);
    const receipt = bodyAs(ReceiptSchema, await visitor.send('GET', path));
    if (summary?.score !== receipt.scorecard.total) {
      this.faults.push(`${played.id}: ${summary?.score} is stored, ${receipt.scorecard.total} computed`);
    }
    const score = canonicalJson({ summary, receipt });
    played.score ??= score;
    if (played.score !== score) this.faults.push(`${played.id}: the score has changed`);
  }

  private async connect(): Promise<TestDesk> {
    const desk = new TestDesk(this.url, this.visitor.cookie);
    this.desk = desk;
    desk.socket.on('message', (message) => {
      const played = this.rehearsals.find(({ id }) => id === message.rehearsal);
      if (played && message.type === 'entries') this.faults.push(...see(played, message.entries));
    });
    await desk.connected();
    return desk;
  }

  private opened(): TestDesk {
    if (!this.desk) throw new Error('not connected');
    return this.desk;
  }

  private draw = (count: number): number => seededIndex(this.seed, `draw ${this.drawn++}`, count);
}
