import { readContent } from '@kefu/server/cli/content';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Desk } from './desk';
import { expectNoComplaints, openDojo } from './dojo';
import { comeAsGuest, fixSeed, seedFor } from './start';

const dojo = openDojo();

test('an exam tells the browser nothing of the customer’s inside before it is over', async () => {
  const page = await dojo.visit();
  const received = listenTo(page);
  await fixSeed(page, seedFor('shipping-time', 'on-time'));
  await comeAsGuest(page);
  await page.getByRole('button', { name: /与情绪型客户练习.什么时候发货/ }).click();
  await page.getByRole('dialog').getByText('考试', { exact: true }).click();
  await page.getByRole('button', { name: '进入准备' }).click();
  const desk = await Desk.begin(page);
  expect(await page.getByRole('img', { name: /客户情绪/ }).isVisible()).toBe(false);
  await desk.lookUpOrder();
  await desk.exchange('您好，您等着穿裙子的心情我特别理解，今早五点付款的订单，明天下午给您发出');
  await desk.close();

  const all = received.join('\n');
  // It has listened at all: the library, the desk and the customer's words.
  for (const known of ['"exercises"', '"brief"', '"kind":"message"', '"panel":"order"']) {
    expect(all).toContain(known);
  }
  expect([...FORMS, ...textsOf('shipping-time')].filter((secret) => all.includes(secret))).toEqual([]);
  expect(all.match(/"score":(?!null)/g)).toBeNull();
  expect(all.match(/"mood":(?!null)/g)).toBeNull();
}, 90_000);

/** How the log, the scorecard and the machine call what a trainee must not see. */
const FORMS = [
  ...['voice.', 'need.', 'beat.', 'hidden.', 'reaction.', 'ending.'],
  ...[
    '"understood"',
    '"effect"',
    '"kind":"mood"',
    '"tone"',
    '"notes"',
    '"pool"',
    '"claims"',
    '"cues"',
    '"acts"',
  ],
  ...['"scorecard"', '"seed"', '"variant"', '"endings"'],
];

/** What the script says of itself, and what its customer will only say when it is asked or at the end. */
function textsOf(scriptId: string): string[] {
  const script = readContent().scripts.get(scriptId)?.value;
  if (!script) throw new Error(`no script ${scriptId}`);
  const { brief, hidden, needs, cues, reactions, endings, reviews, assessment, variants } = script;
  const titled = [hidden, needs, endings].flatMap((part) => Object.values(part));
  const titles = [...titled, ...reactions, ...assessment.process, ...variants].flatMap(({ title }) =>
    title ? [title.zh, title.en] : [],
  );
  const examples = Object.values(cues).flatMap((cue) => cue.examples);
  const told = Object.values(hidden).flatMap(({ tell }) => stringsIn(tell));
  const secrets = [...titles, ...examples, ...told, ...stringsIn(reviews)];
  return secrets.filter((text) => text.length > 3 && !stringsIn(brief).join().includes(text));
}

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** Everything that a page is sent over the socket and as data over HTTP, up to the end of the rehearsal. */
function listenTo(page: Page): string[] {
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

expectNoComplaints(dojo);
