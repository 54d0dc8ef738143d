import { type Entry, isInput } from '@kefu/shared/rehearsal/entry';
import type { Step } from '@kefu/shared/rehearsal/state';
import type { Scorecard } from '@kefu/shared/scoring/scorecard';
import { type Staged, scoreLog } from '../content/archive';
import type { Received } from '../storage/inbox';
import type { FoundRehearsal } from '../storage/rehearsals';
import type { Stage } from './stage';

/** What of one rehearsal is stored. */
export class Ledger {
  private readonly row: FoundRehearsal;
  private readonly staged: Staged;
  private readonly stage: Stage;

  constructor(row: FoundRehearsal, staged: Staged, stage: Stage) {
    this.row = row;
    this.staged = staged;
    this.stage = stage;
  }

  entries(): Promise<Entry[]> {
    return this.stage.rehearsals.entries(this.row.id);
  }

  /** The number of the input with this id, if it came into the log. */
  async findTaken(inputId: string): Promise<number | undefined> {
    const log = await this.entries();
    return log.filter(isInput).find(({ id }) => id === inputId)?.seq;
  }

  received(): Received | undefined {
    return this.stage.inbox.find(this.row.id);
  }

  receive(received: Received): Promise<void> {
    const { commits, inbox } = this.stage;
    return commits.run(() => inbox.put(this.row.id, received));
  }

  /** @param begunAt on the service clock */
  begin(begunAt: number, { entries }: Step): Promise<void> {
    const { commits, writes } = this.stage;
    return commits.run(() => {
      writes.begin(this.row.id, begunAt);
      writes.append(this.row.id, entries);
    });
  }

  /** The log goes on by a step, which has taken what was received. With the last step comes the score. */
  async append({ state, entries }: Step): Promise<void> {
    const { commits, writes, inbox } = this.stage;
    const { id } = this.row;
    const ending = state.over ? state.ending : undefined;
    const outcome = ending && { ending, scorecard: await this.score(entries) };
    await commits.run(() => {
      writes.append(id, entries);
      if (entries.some(isInput)) inbox.remove(id);
      if (outcome) writes.finish(id, outcome);
    });
  }

  abandon(): Promise<void> {
    const { commits, writes, inbox } = this.stage;
    return commits.run(() => {
      writes.abandon(this.row.id);
      inbox.remove(this.row.id);
    });
  }

  /** Undefined where scoring fails: the talk is over all the same, and the log can be scored at any time. */
  private async score(entries: readonly Entry[]): Promise<Scorecard | undefined> {
    const { work, log } = this.stage;
    try {
      const whole = [...(await this.entries()), ...entries];
      return await work.run(() => scoreLog(this.staged, this.row, whole));
    } catch (err) {
      log.error({ err, rehearsal: this.row.id }, 'scoring failed');
      return undefined;
    }
  }
}
