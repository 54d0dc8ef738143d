import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RehearsalsSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { seat } from '../testing/played';
import { startServer, temporaryFolder } from '../testing/test-server';
import { bodyAs } from '../testing/test-visitor';
import { backUp, restore } from './backup';

const at = new Date('2026-05-13T15:00:00Z');

test('a backup made while people rehearse holds what was acknowledged, and a server goes on from it', async () => {
  const server = await startServer();
  const { trainee, desk, id } = await seat(server);
  await desk.reply(id, '您好，我帮您看一下订单');
  const file = join(temporaryFolder(), 'kefu.backup');
  backUp(server.config.data, file);
  await desk.reply(id, '这句在备份之后');

  const data = temporaryFolder();
  expect(restore(data, file, { replace: false, at })).toBeUndefined();
  const again = await startServer({ KEFU_DATA: data });
  const visitor = again.visitor();
  visitor.cookie = trainee.cookie;
  await visitor.arrive();
  const { rehearsals } = bodyAs(RehearsalsSchema, await visitor.send('GET', ROUTES.rehearsals));
  expect(rehearsals).toMatchObject([{ id, status: 'running' }]);
  const { entries } = await (await again.desk(visitor)).join(id);
  const said = entries.flatMap((entry) => (entry.kind === 'reply' ? [entry.text] : []));
  expect(said).toEqual(['您好，我帮您看一下订单']);
});

test('a backup overwrites nothing', async () => {
  const server = await startServer();
  const file = join(temporaryFolder(), 'kefu.backup');
  backUp(server.config.data, file);
  expect(() => backUp(server.config.data, file)).toThrow('已存在');
  expect(() => backUp(temporaryFolder(), `${file}.2`)).toThrow('没有数据库');
});

test('nothing is restored under a running server, over a database without being told to, or from a broken file', async () => {
  const server = await startServer();
  const { data } = server.config;
  const file = join(temporaryFolder(), 'kefu.backup');
  backUp(data, file);
  expect(() => restore(data, file, { replace: true, at })).toThrow('正在使用');
  await server.stop();
  expect(() => restore(data, file, { replace: false, at })).toThrow('--replace');

  const broken = join(temporaryFolder(), 'broken');
  writeFileSync(broken, 'no database at all, but long enough to look like a page of something');
  expect(() => restore(data, broken, { replace: true, at })).toThrow('不是完好的');

  const kept = restore(data, file, { replace: true, at });
  expect(kept).toBeDefined();
  expect(existsSync(kept ?? '')).toBe(true);
  expect(readdirSync(data).filter((name) => name.endsWith('.part'))).toEqual([]);
});
