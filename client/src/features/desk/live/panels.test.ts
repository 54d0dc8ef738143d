import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { expect, test } from 'vitest';
import { lookedUp } from './panels';

const policy = (seq: number, id: string, version: number): ViewEntry => ({
  seq,
  at: 0,
  kind: 'action',
  id: `a${seq}`,
  action: { do: 'look-up-policy', with: { policy: id } },
  outcome: { status: 'done', verdict: 'right', text: '已打开' },
  panel: { panel: 'policy', policy: { id, version, date: '2026-05-01', title: id, text: '…' } },
});

test('nothing is open before it was looked up', () => {
  expect(lookedUp([])).toEqual({
    order: undefined,
    parcel: undefined,
    products: new Map(),
    policies: new Map(),
    templates: new Set(),
    results: undefined,
  });
});

test('each thing is open once, as it was seen last', () => {
  const { policies } = lookedUp([policy(1, 'refund', 1), policy(2, 'shipping', 1), policy(3, 'refund', 2)]);
  expect([...policies.keys()]).toEqual(['refund', 'shipping']);
  expect(policies.get('refund')?.version).toBe(2);
});
