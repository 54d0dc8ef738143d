import type { Entry, MessageEntry } from './entry';

/** How much of what the customer said is kept as context of the next reply, characters. */
const LONGEST = 400;

/** What the agent has before them: the customer's messages since the agent last wrote, as one text. */
export function heardAfter(heard: string, answered: boolean, content: MessageEntry['content']): string {
  const words = 'text' in content ? content.text : `[图片] ${content.photo}`;
  return (answered ? words : `${heard} ${words}`).slice(-LONGEST);
}

type Told = Pick<MessageEntry, 'kind' | 'content'> | { readonly kind: Exclude<Entry['kind'], 'message'> };

/** What the agent had before them at each entry of a log: for a reply, the very words with which it was understood. */
export function heardAt(log: readonly Told[]): string[] {
  let heard = '';
  let answered = true;
  return log.map((entry) => {
    const before = heard;
    if (entry.kind === 'message') {
      heard = heardAfter(heard, answered, entry.content);
      answered = false;
    } else if (entry.kind === 'reply') answered = true;
    return before;
  });
}
