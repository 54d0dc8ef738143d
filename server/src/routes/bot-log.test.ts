import { ReportSchema } from '@kefu/shared/protocol/report';
import { DeskSchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { seat, waitForEnd } from '../testing/played';
import { startServer } from '../testing/test-server';
import { bodyAs } from '../testing/test-visitor';

const at = (route: string, id: string) => route.replace(':id', id);

test('what the robot was told before is seen at the desk and in the report', async () => {
  const server = await startServer();
  const seated = await seat(server, { script: 'robot-invoice', persona: 'rational', seed: 1 });
  const { trainee, id } = seated;
  const { botLog } = bodyAs(DeskSchema, await trainee.send('GET', at(ROUTES.desk, id)));
  expect(botLog?.map(({ who }) => who)).toEqual(expect.arrayContaining(['bot', 'customer']));
  await waitForEnd(server, seated);
  const report = bodyAs(ReportSchema, await trainee.send('GET', at(ROUTES.report, id)));
  expect(report.exercise.botLog).toEqual(botLog);
});
