import { useState } from 'react';
import { readStored, writeStored } from '../../../net/stored';

const keyOf = (rehearsal: string): string => `kefu.draft.${rehearsal}`;

/** What is being written survives a reload. */
export function useDraft(rehearsal: string): [string, (text: string) => void] {
  const key = keyOf(rehearsal);
  const [text, setText] = useState(() => readStored(key) ?? '');
  const set = (next: string) => {
    setText(next);
    writeStored(key, next === '' ? null : next);
  };
  return [text, set];
}

export const forgetDraft = (rehearsal: string): void => writeStored(keyOf(rehearsal), null);
