import { PROTOCOL_VERSION } from '@kefu/shared/protocol/socket';
import { expect, onTestFinished, test } from 'vitest';
import { Connection } from '../bench/load/connection';
import { Crowd } from '../bench/measures/crowd';
import { ServerProcess } from '../src/server-process';

const MANY = 500;
const TALK = { script: 'shipping-time', persona: 'rational', seed: 2, opening: 0, turns: [] };

test(`${MANY} desks that come back at the same moment after a kill are all let in and told their log`, async () => {
  const server = await ServerProcess.start();
  onTestFinished(() => server.stop());
  const seats = await new Crowd(server.url).startMany([TALK], MANY);
  const open: Connection[] = [];
  onTestFinished(() => {
    for (const connection of open) connection.close();
  });
  const comeBack = ({ cookie, rehearsal }: (typeof seats)[number]) =>
    Connection.open(server.url, cookie).then((connection) => {
      open.push(connection);
      const join = { type: 'join', version: PROTOCOL_VERSION, rehearsal, after: 0 };
      return new Promise<boolean>((resolve) => connection.send(join, 0, resolve, () => {}));
    });
  expect(await Promise.all(seats.map(comeBack))).toEqual(seats.map(() => true));
  await server.kill();
  await server.startAgain();
  expect(await Promise.all(seats.map(comeBack))).toEqual(seats.map(() => true));
  expect(server.warnings.filter((line) => line !== '')).toEqual([]);
});
