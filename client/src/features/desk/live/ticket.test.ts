import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { type Action, ActionSchema } from '@kefu/shared/script/action';
import { expect, test } from 'vitest';
import { message, reply } from '../../../transcript/testing';
import { ticketClock, ticketOf } from './ticket';

const did = (seq: number, action: Action, status: 'done' | 'refused' = 'done'): ViewEntry => ({
  ...{ seq, at: 0, kind: 'action', id: `a${seq}`, action },
  outcome: status === 'done' ? { status, verdict: 'right', text: '' } : { status, text: '' },
});
const step = (form: object): Action => ActionSchema.parse({ do: 'ticket', with: form });

test('the ticket shows each step as it was written last, and nothing that was refused', () => {
  const ticket = ticketOf([
    did(1, { do: 'grade', with: { grade: 'minor' } }),
    did(2, step({ step: 'receive', issue: '颜色' })),
    did(3, step({ step: 'receive', issue: '颜色不对' })),
    did(4, step({ step: 'execute', measure: '换货' }), 'refused'),
    did(5, { do: 'note', with: { text: '16号要穿' } }),
    did(6, { do: 'grade', with: { grade: 'moderate' } }),
  ]);
  expect(ticket).toEqual({
    ...{ grade: 'moderate', receive: { step: 'receive', issue: '颜色不对' }, notes: ['16号要穿'] },
    ...{ analyse: undefined, execute: undefined, confirm: undefined },
  });
});

test('the clock of a complaint ticket runs until the first reply, and says whether that came in time', () => {
  const asked = [message(1, 1000)];
  expect(ticketClock(asked, 420_000, 20_000)).toEqual({ state: 'running', left: 400_000 });
  expect(ticketClock(asked, 420_000, 425_000)).toEqual({ state: 'late', over: 5000 });
  expect(ticketClock([...asked, reply(2, 420_000)], 420_000, 900_000)).toEqual({ state: 'answered' });
  expect(ticketClock([...asked, reply(2, 420_001)], 420_000, 900_000)).toEqual({ state: 'answered-late' });
});
