import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; the finest steps lie where an acknowledgement usually comes. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What a monitoring system can ask of the process: its health, and how quickly messages are answered. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly messages = new Histogram({
    name: 'kefu_message_seconds',
    help: 'From the arrival of a message to its acknowledgement, by the code of the answer.',
    labelNames: ['code'],
    buckets: BUCKETS,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A message has arrived. Call the result with the code of its answer, `ok` where all went well. */
  arrival(): (code: string) => void {
    const end = this.messages.startTimer();
    return (code) => {
      end({ code });
    };
  }

  /** A number that is read whenever somebody asks. */
  watch(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      collect: () => gauge.set(read()),
    });
  }

  /** All of it in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
