import { ReportSchema } from '@kefu/shared/protocol/report';
import { DeskSchema, LibrarySchema } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { ReceiptSchema, verifyReceipt } from '@kefu/shared/scoring/receipt';
import { expect, test } from 'vitest';
import { ManualClock } from '../testing/manual-clock';
import { seat, waitForEnd } from '../testing/played';
import { startServer } from '../testing/test-server';
import { bodyAs, codeIn } from '../testing/test-visitor';

test('what is laid on a persona is offered, recorded, and part of the receipt, also after a restart', async () => {
  const server = await startServer();
  const seated = await seat(server, { overlays: ['haste', 'abuse'] });
  const { trainee, id, desk } = seated;
  const { overlays } = bodyAs(LibrarySchema, await trainee.send('GET', ROUTES.library));
  expect(overlays.map((overlay) => overlay.id)).toEqual(['haste', 'abuse', 'bargaining', 'elderly']);
  await desk.reply(id, '实在抱歉让您久等了');
  await server.stop();

  const after = await startServer({ KEFU_DATA: server.config.data }, new ManualClock());
  const back = Object.assign(after.visitor(), { cookie: trainee.cookie, csrf: trainee.csrf });
  const again = await after.desk(back);
  await again.join(id);
  await waitForEnd(after, { desk: again });
  const report = bodyAs(ReportSchema, await back.send('GET', ROUTES.report.replace(':id', id)));
  expect(report.rehearsal.overlays.map((overlay) => overlay.name.zh)).toEqual(['着急', '辱骂']);

  const receipt = bodyAs(ReceiptSchema, await back.send('GET', ROUTES.receipt.replace(':id', id)));
  expect(receipt.overlays?.map((overlay) => overlay.id)).toEqual(['haste', 'abuse']);
  const recogniser = await after.recognisers.load(after.recognisers.current);
  const content = after.library.current();
  expect(verifyReceipt(receipt, content, recogniser)).toEqual([]);
  const { overlays: _, ...bare } = receipt;
  expect(verifyReceipt(bare, content, recogniser)).not.toEqual([]);
  const lost = verifyReceipt(receipt, { ...content, overlays: new Map() }, recogniser);
  expect(lost.map(({ what }) => what)).toEqual(['overlay haste', 'overlay abuse']);
});

test('an overlay that does not exist, stands twice, or is one too many is refused', async () => {
  const server = await startServer();
  const guest = server.visitor();
  await guest.comeAsGuest();
  const start = (overlays: unknown) =>
    guest.send('POST', ROUTES.rehearsals, {
      body: { script: 'shipping-time', persona: 'rational', overlays },
    });
  expect(codeIn(await start(['none']))).toBe('unknown-exercise');
  expect(codeIn(await start(['haste', 'haste']))).toBe('bad-request');
  expect(codeIn(await start(['haste', 'abuse', 'bargaining', 'elderly']))).toBe('bad-request');
  expect(bodyAs(DeskSchema, await start([])).rehearsal.overlays).toEqual([]);
});
