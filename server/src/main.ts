import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildApp, type KefuApp } from './app';
import { problemLine } from './cli/problem-report';
import { UsageError } from './cli/usage-error';
import { type Config, ConfigError, isLoopback, readConfig } from './config';

/** How long what is under way may take when the server is told to stop, ms. */
const GRACE_MS = 8_000;

// Whoever read our output may be gone (`npm start | head`): that is no reason to die in the middle of storing.
process.stdout.on('error', () => {});

try {
  const config = readConfig(process.env);
  const kefu = await open(config);
  console.log(welcome(config, kefu));
} catch (error) {
  console.error(`\n✗ ${explain(error)}`);
  process.exitCode = 1;
}

async function open(config: Config): Promise<KefuApp> {
  if (!existsSync(config.scenarios)) {
    throw new ConfigError(`没有剧本文件夹 / no such content folder: ${config.scenarios}`);
  }
  const kefu = await buildApp(config);
  try {
    await kefu.app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await kefu.app.close();
    throw explained(error, config);
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(kefu));
  return kefu;
}

async function stop({ app }: KefuApp): Promise<void> {
  console.log('\n正在保存并退出 … / storing and stopping …');
  const late = setTimeout(() => process.exit(1), GRACE_MS);
  late.unref();
  await app.close();
  process.exit(0);
}

/** The address to open, and what is wrong with the content. */
function welcome({ host, scenarios }: Config, { app, library }: KefuApp): string {
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : '';
  const everywhere = host === '0.0.0.0' || host === '::';
  const shown = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const folder = relative(process.cwd(), scenarios);
  const problems = library
    .current()
    .problems.map((problem) => `  ${problemLine({ ...problem, file: join(folder, problem.file) })}`);
  return [
    '',
    `客服道场已启动，请在浏览器中打开 / Kefu Dojo is ready, open:  http://${shown}:${port}`,
    ...(everywhere || !isLoopback(host)
      ? ['其他人请使用本机的网络地址 / others use the network address of this computer']
      : []),
    ...(problems.length > 0 ? ['', '有内容文件需要修改 / some content files need a look:', ...problems] : []),
    '',
  ].join('\n');
}

function explained(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new ConfigError(
      [
        `端口 ${port} 已被占用：可能已经有一个客服道场在运行。换一个端口：KEFU_PORT=${port + 1} npm start`,
        `  Port ${port} is taken, perhaps by another Kefu Dojo. Choose another: KEFU_PORT=${port + 1} npm start`,
      ].join('\n'),
    );
  }
  if (code === 'EACCES') {
    return new ConfigError(
      `没有权限使用端口 ${port}，请用 1024 以上的端口 / not allowed to use port ${port}: take one above 1024`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ConfigError(`本机没有这个地址 / not an address of this computer: KEFU_HOST=${host}`);
  }
  return error;
}

/** What is the user's to mend is said in words; anything else is ours and shows where it happened. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof UsageError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
