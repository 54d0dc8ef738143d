import type { Desk } from '@kefu/shared/protocol/rest';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';

// Entries as the server sends them, for the tests of this folder.

export const message = (seq: number, at: number, owes = true, typedFrom = at): ViewEntry => ({
  seq,
  at,
  kind: 'message',
  typedFrom,
  content: { text: `m${seq}` },
  owes,
});

export const reply = (seq: number, at: number, id = `r${seq}`): ViewEntry => ({
  seq,
  at,
  kind: 'reply',
  id,
  text: '好的',
});

export const hidden = (seq: number): ViewEntry => ({ seq, at: 0, kind: 'hidden' });

export const ended = (seq: number, at: number): ViewEntry => ({ seq, at, kind: 'ended', ending: 'solved' });

/** A desk with one policy and one product. */
export const someDesk = (): Desk => ({
  rehearsal: {
    ...{ id: 'r', script: 's', title: { zh: '题', en: 'T' }, persona: 'rational', mode: 'practice', pace: 1 },
    ...{ trainee: { id: 'u', name: '学员' }, startedAt: '2026-01-01T00:00:00Z', status: 'running' },
    ...{ ending: null, score: null, passed: null, exam: null, overlays: [] },
  },
  ...{ begun: true, brief: { zh: '', en: '' }, botLog: null, now: '2026-05-13T15:00', opens: 'customer' },
  ...{ limits: { first: 30, each: 20 }, ticket: null, platform: 'taobao', stage: 'in-sale' },
  shop: {
    ...{ name: { zh: '店', en: 'Shop' }, category: { zh: '女装', en: 'Dresses' }, style: 'lively' },
    ...{ version: 2, date: '2026-05-01' },
  },
  ...{ customer: { name: '客户', group: 'new' }, mood: null, order: null, promotions: [], actions: [] },
  products: [{ id: 'P01', name: '连衣裙', price: 239, status: 'on-sale' }],
  policies: [{ id: 'shipping', title: '发货时间', version: 3, date: '2026-04-01' }],
});
