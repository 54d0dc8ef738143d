import type { Understood } from '@kefu/shared/understanding/understood';
import type { Archive } from '../content/archive';
import type { Recognisers } from '../content/recognisers';
import type { Line, Listener } from './listener';
import type { Question, Supply } from './question';

/** Has the replies of one server understood. */
export class Hearing {
  private line: Line | undefined;
  private asked = 0;
  private readonly listener: Listener;
  private readonly supply: Supply;

  constructor(listener: Listener, { archive, recognisers }: { archive: Archive; recognisers: Recognisers }) {
    this.listener = listener;
    this.supply = {
      model: (hash) => recognisers.model(hash),
      teaching: async (pins) => (await archive.stage(pins)).exercise.facts.teaching,
    };
  }

  /** How many replies wait to be understood. */
  get waiting(): number {
    return this.asked;
  }

  /** @throws {Error} if it cannot be understood, or the thread dies meanwhile: then it may be asked for again */
  async understand(question: Question): Promise<Understood> {
    this.line ??= this.listener.connect(this.supply, () => {
      this.line = undefined;
    });
    this.asked += 1;
    try {
      return await this.line.calls.understand(question);
    } finally {
      this.asked -= 1;
    }
  }

  close(): void {
    this.line?.close();
  }
}
