import { join, resolve } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from './cli/repository';

export type Config = {
  readonly host: string;
  readonly port: number;
  /** Folder of the database. */
  readonly data: string;
  /** Whether people may practise without an account. */
  readonly guests: boolean;
  /** FULL survives a power cut; NORMAL is quicker and survives the death of the process only. */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** Running rehearsals that are kept in memory, about 10 KB each; more of them come back from their logs when they are needed. */
  readonly live: number;
  readonly scenarios: string;
  readonly model: string;
  /** The built client. */
  readonly client: string;
  readonly logLevel: string;
  /** Address under which people reach the server where a proxy stands before it, e.g. `https://dojo.example.com`. */
  readonly origin: string | undefined;
  /** Who names it may read the metrics from elsewhere. */
  readonly metricsToken: string | undefined;
};

/** What is wrong with the environment, all of it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const folder = z.string().min(1);
const origin = z
  .url({ protocol: /^https?$/, error: '写成 https://dojo.example.com' })
  .transform((address) => new URL(address).origin);

const EnvironmentSchema = z.object({
  KEFU_HOST: z.string().min(1).default('127.0.0.1'),
  KEFU_PORT: z
    .string()
    .regex(/^\d+$/, '端口是一个数字')
    .transform(Number)
    .pipe(z.number().max(65535, '端口最大是 65535'))
    .default(8866),
  KEFU_DATA: folder.default('./data'),
  KEFU_GUESTS: z.enum(['auto', 'on', 'off']).default('auto'),
  KEFU_SYNCHRONOUS: z.enum(['FULL', 'NORMAL']).default('FULL'),
  KEFU_LIVE: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, '写一个正整数')
    .transform(Number)
    .default(10_000),
  KEFU_SCENARIOS: folder.optional(),
  KEFU_MODEL: folder.optional(),
  KEFU_ORIGIN: origin.optional(),
  KEFU_METRICS_TOKEN: z.string().min(16, '至少 16 个字符').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** @throws {ConfigError} with a line for every variable that is wrong */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable, as compose files write it, means the same as none.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const { success, data, error } = EnvironmentSchema.safeParse(given);
  if (!success) {
    const lines = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError(`环境变量有误 / wrong environment variables:\n${lines.join('\n')}`);
  }
  const root = repositoryRoot();
  return {
    host: data.KEFU_HOST,
    port: data.KEFU_PORT,
    data: resolve(data.KEFU_DATA),
    guests: data.KEFU_GUESTS === 'auto' ? isPrivate(data) : data.KEFU_GUESTS === 'on',
    synchronous: data.KEFU_SYNCHRONOUS,
    live: data.KEFU_LIVE,
    scenarios: resolve(data.KEFU_SCENARIOS ?? join(root, 'scenarios')),
    model: resolve(data.KEFU_MODEL ?? join(root, 'build/model.json')),
    client: join(root, 'client/dist'),
    logLevel: data.LOG_LEVEL,
    origin: data.KEFU_ORIGIN,
    metricsToken: data.KEFU_METRICS_TOKEN,
  };
}

/** Only people at this very computer can come: neither the network nor a proxy leads here. */
const isPrivate = ({ KEFU_HOST, KEFU_ORIGIN }: z.infer<typeof EnvironmentSchema>): boolean =>
  isLoopback(KEFU_HOST) && (KEFU_ORIGIN === undefined || isLoopback(new URL(KEFU_ORIGIN).hostname));

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
