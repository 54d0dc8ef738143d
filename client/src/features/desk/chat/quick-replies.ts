import type { Phrase } from '@kefu/shared/protocol/phrases';
import { TEMPLATES } from '@kefu/shared/shop/templates';
import { initialsOf } from '../../../ui/pinyin';

/** What can be put at the cursor: a phrase of one's own, or a template that comes with the desk. */
export type QuickReply = {
  readonly from: 'own' | 'template';
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** What is typed behind the slash. */
  readonly command: string;
  readonly text: string;
  /** All that a search looks into. */
  readonly words: string;
};

const reply = (
  from: QuickReply['from'],
  id: string,
  command: string,
  title: QuickReply['title'],
  text: string,
) => ({
  ...{ from, id, command, title, text },
  words: [command, title.zh, title.en, initialsOf(command), initialsOf(title.zh), text]
    .join(' ')
    .toLowerCase(),
});

const FROM_TEMPLATES: readonly QuickReply[] = TEMPLATES.map(({ id, command, title, text }) =>
  reply('template', id, command, title, text),
);

/** One's own phrases first, then the templates; what begins with the search before what only has it somewhere. */
export function quickRepliesFor(search: string, phrases: readonly Phrase[]): readonly QuickReply[] {
  const own = phrases.map(({ id, title, text }) => reply('own', id, title, { zh: title, en: title }, text));
  const wanted = search.toLowerCase();
  const begins = ({ words }: QuickReply) => words.split(' ').some((word) => word.startsWith(wanted));
  return [...own, ...FROM_TEMPLATES]
    .filter(({ words }) => words.includes(wanted))
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)));
}
