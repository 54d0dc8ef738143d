import type { MessageEntry } from './entry';

/** How much of what the customer said is kept as context of the next reply, characters. */
const LONGEST = 400;

/** What the agent has before them: the customer's messages since the agent last wrote, as one text. */
export function heardAfter(heard: string, answered: boolean, content: MessageEntry['content']): string {
  const words = 'text' in content ? content.text : `[图片] ${content.photo}`;
  return (answered ? words : `${heard} ${words}`).slice(-LONGEST);
}
