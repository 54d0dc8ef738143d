import type { ViewEntry } from '@kefu/shared/rehearsal/view';

// Entries as the server sends them, for the tests of this folder.

export const message = (seq: number, at: number, owes = true): ViewEntry => ({
  seq,
  at,
  kind: 'message',
  typedFrom: at,
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
