import { readContent } from '@kefu/server/cli/content';
import type { Page } from 'playwright-core';

/** How the log, the scorecard and the machine call what a trainee must not see. */
const FORMS = [
  // Ids of pools begin a string; the word “invoice.” at the end of a sentence is none.
  ...['"voice.', '"need.', '"beat.', '"hidden.', '"reaction.', '"ending.'],
  ...'understood effect tone notes pool claims cues acts scorecard seed variant endings remarks hint'
    .split(' ')
    .map((name) => `"${name}"`),
];

/** Also what the script says of itself, and what its customer will only say when it is asked or at the end. */
export function secretsOf(scriptId: string): string[] {
  const script = readContent().scripts.get(scriptId)?.value;
  if (!script) throw new Error(`no script ${scriptId}`);
  const { brief, hidden, needs, cues, reactions, endings, reviews, assessment, variants } = script;
  const titled = [hidden, needs, endings].flatMap((part) => Object.values(part));
  const titles = [...titled, ...reactions, ...assessment.process, ...variants].flatMap(({ title }) =>
    title ? [title.zh, title.en] : [],
  );
  const examples = Object.values(cues).flatMap((cue) => cue.examples);
  const told = Object.values(hidden).flatMap(({ tell }) => stringsIn(tell));
  const texts = [...titles, ...examples, ...told, ...stringsIn(reviews)];
  const known = stringsIn(brief).join();
  return [...FORMS, ...texts.filter((text) => text.length > 3 && !known.includes(text))];
}

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** Everything that a page is sent over the socket and as data over HTTP, up to the end of the rehearsal. */
export function listenTo(page: Page): string[] {
  const received: string[] = [];
  let over = false;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (!over) received.push(String(payload));
      over ||= String(payload).includes('"kind":"ended"');
    }),
  );
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    const isData = pathname.startsWith('/api/') || pathname.startsWith('/socket.io/');
    if (over || !isData) return;
    const body = await response.text().catch(() => '');
    received.push(body);
  });
  return received;
}
