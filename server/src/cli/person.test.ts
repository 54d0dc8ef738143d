import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PersonDataSchema } from '@kefu/shared/protocol/persons';
import { expect, test } from 'vitest';
import { everybody, startServer } from '../testing/test-server';
import { PASSWORD } from '../testing/test-visitor';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

function kefu(data: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, KEFU_DATA: data },
  });
  return { status, stdout, stderr };
}

/** All files of the database. */
const onDisk = (data: string): string =>
  readdirSync(data)
    .map((file) => readFileSync(join(data, file)).toString('utf8'))
    .join('\n');

/** The data of a server with somebody of each role, which has stopped. */
async function stoppedServer() {
  const server = await startServer();
  await everybody(server);
  await server.stop();
  return server.config.data;
}

test('a lost password of the administrator is replaced on the command line, while no server runs', async () => {
  const running = await startServer();
  await everybody(running);
  const { data } = running.config;
  expect(kefu(data, 'password', '管理员')).toMatchObject({ status: 1, stdout: '' });
  await running.stop();
  expect(kefu(data, 'password', '没有这个人').status).toBe(1);
  const { status, stdout } = kefu(data, 'password', '管理员');
  expect(status).toBe(0);
  const server = await startServer({ KEFU_DATA: data });
  const visitor = server.visitor();
  await expect(visitor.signIn('管理员', PASSWORD)).rejects.toThrow('wrong-password');
  expect(await visitor.signIn('管理员', stdout.trim())).toMatchObject({ role: 'admin' });
});

test('a person is exported and deleted on the command line, but not the last administrator, and not by a slip', async () => {
  const data = await stoppedServer();
  const file = join(data, 'trainee.json');
  expect(kefu(data, 'person', 'export', 'Trainee', file).status).toBe(0);
  const { account } = PersonDataSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(account.name).toBe('trainee');
  rmSync(file);
  expect(onDisk(data)).toContain(account.id);
  expect(kefu(data, 'person', 'export', 'Trainee', file).status).toBe(0);
  expect(kefu(data, 'person', 'export', 'trainee', file).status).toBe(1);
  expect(kefu(data, 'person', 'delete', 'trainee').status).toBe(2);
  expect(kefu(data, 'person', 'delete', 'trainee', '--yes').status).toBe(0);
  expect(kefu(data, 'person', 'delete', 'trainee', '--yes').status).toBe(1);
  expect(kefu(data, 'person', 'delete', '管理员', '--yes').status).toBe(1);
  rmSync(file);
  expect(onDisk(data).includes(account.id)).toBe(false);
});
