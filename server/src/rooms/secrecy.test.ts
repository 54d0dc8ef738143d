import { ReportSchema } from '@kefu/shared/protocol/report';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { expect, test } from 'vitest';
import { readConfig } from '../config';
import { Library } from '../content/library';
import { type Seated, seat, waitForEnd } from '../testing/played';
import { everybody, startServer, type TestServer } from '../testing/test-server';
import { bodyAs, codeIn } from '../testing/test-visitor';

/** Names under which hidden things stand in entries, scripts and personas. */
const HIDDEN_KEYS = [
  ...['pool', 'line', 'understood', 'acts', 'cues', 'claims', 'notes', 'effect', 'repeated', 'contradicts'],
  ...['scorecard', 'hidden', 'needs', 'beats', 'outcome', 'assessment', 'seed', 'variant', 'patience'],
];

/** A talk in which something of everything happens. */
async function talk(server: TestServer, { desk, id }: Pick<Seated, 'desk' | 'id'>): Promise<void> {
  await desk.act(id, { do: 'look-up-order' });
  for (const text of [
    '您好，非常抱歉让您久等了',
    '您放心,48小时内一定发货，保证100%',
    '等着吧',
    '请问您什么时候急用?',
  ]) {
    await desk.reply(id, text);
    await server.clock.advance(15_000);
  }
}

/** Every key of an object, at any depth, with `kind: "hidden"` left aside: that is how an entry says it has nothing to show. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

/** Everything that came over the wire as data. */
const received = (frames: readonly string[]): unknown[] =>
  frames.flatMap((frame) => {
    const start = frame.search(/[[{]/);
    return start < 0 ? [] : [JSON.parse(frame.slice(start))];
  });

test.each(['practice', 'exam'])(
  'nothing hidden reaches the desk while a rehearsal runs (%s)',
  async (mode) => {
    const server = await startServer();
    const seated = await seat(server, { mode });
    await talk(server, seated);
    const answers = [
      await seated.trainee.send('GET', ROUTES.desk.replace(':id', seated.id)),
      await seated.trainee.send('GET', ROUTES.library),
      await seated.trainee.send('GET', ROUTES.rehearsals),
    ];
    const before = [...seated.desk.frames];
    const keys = new Set([...received(before), ...answers.map(({ body }) => body)].flatMap(keysIn));
    // The outcome of an action is what the agent was told, not the customer's.
    keys.delete('outcome');
    expect(HIDDEN_KEYS.filter((key) => keys.has(key))).toEqual([]);

    // What the log knows of the customer's inside, said word for word, is not in what was sent before the end.
    await waitForEnd(server, seated);
    const report = bodyAs(
      ReportSchema,
      await seated.trainee.send('GET', ROUTES.report.replace(':id', seated.id)),
    );
    const sent = `${before.join('\n')}\n${JSON.stringify(answers)}`;
    const notes = report.log.flatMap((entry) => (entry.kind === 'effect' ? entry.notes : []));
    expect(notes.length).toBeGreaterThan(3);
    const secrets = new Set([
      ...report.log.flatMap((entry) => (entry.kind === 'message' ? [`"${entry.pool}"`] : [])),
      ...notes.map(({ kind }) => `"${kind}"`),
      ...report.scorecard.hidden.flatMap(({ title }) => [title.zh, title.en]),
    ]);
    // `ending` is the ended entry's word and null in the summary until then.
    secrets.delete('"ending"');
    expect([...secrets].filter((secret) => sent.includes(secret))).toEqual([]);
  },
);

test('in an exam a hint is refused and a reply comes back without remarks; in practice both are there', async () => {
  const server = await startServer();
  const [exam, practice] = [await seat(server, { mode: 'exam' }), await seat(server, { mode: 'practice' })];
  for (const { desk, id } of [exam, practice]) {
    await desk.act(id, { do: 'hint' });
    await desk.reply(id, '我们规定不能催，您等着吧');
    await desk.until(({ pushed }) => pushed.some(({ kind }) => kind === 'reply'));
  }
  const told = ({ desk }: Seated) => desk.frames.join('\n');
  expect(told(exam)).toContain('"code":"no-hints"');
  expect(told(exam)).not.toMatch(/"remarks"|"hint"|刺激客户/);
  expect(told(practice)).toContain('"hint":{');
  expect(told(practice)).toContain('刺激客户');

  // What the desk offers at the start says so as well.
  const desks = [exam, practice].map(({ trainee, id }) =>
    trainee.send('GET', ROUTES.desk.replace(':id', id)),
  );
  const [examDesk, practiceDesk] = (await Promise.all(desks)).map(({ body }) => JSON.stringify(body));
  expect(examDesk).not.toContain('"hint"');
  expect(practiceDesk).toContain('"hint"');
});

test('an exam is taken once by a trainee, with each customer; practice goes on', async () => {
  const server = await startServer();
  const { trainee, coach } = await everybody(server);
  const start = (visitor: typeof trainee, choice: object) =>
    visitor.send('POST', ROUTES.rehearsals, {
      body: { script: 'shipping-time', persona: 'rational', mode: 'exam', ...choice },
    });
  expect((await start(trainee, {})).status).toBe(200);
  expect(codeIn(await start(trainee, {}))).toBe('exam-taken');
  expect((await start(trainee, { persona: 'doubtful' })).status).toBe(200);
  expect((await start(trainee, { mode: 'practice' })).status).toBe(200);
  expect([(await start(coach, {})).status, (await start(coach, {})).status]).toEqual([200, 200]);
});

test('the words that the customer keeps to itself are nowhere in what a trainee receives before they are said', async () => {
  const server = await startServer();
  const { trainee } = await everybody(server);
  const id = await trainee.startRehearsal();
  const desk = await server.desk(trainee);
  await desk.join(id);
  await server.clock.advance(10_000);
  const answers = [
    await trainee.send('GET', ROUTES.desk.replace(':id', id)),
    await trainee.send('GET', ROUTES.library),
  ];
  const sent = `${desk.frames.join('\n')}\n${JSON.stringify(answers)}`;
  const script = server.library.current().scripts.get('shipping-time')?.value;
  const words = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value
        ? Object.values(value).flatMap(words)
        : [];
  // Ids of cues and acts are words of the language, not of this customer.
  const kept = words([script?.hidden, script?.endings, script?.reviews]).filter(
    (text) => text.length > 3 && !/^[a-z-]+$/.test(text),
  );
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.filter((text) => sent.includes(text))).toEqual([]);
});

test('no title, summary or brief of a script tells what its customer keeps to itself', () => {
  const { scripts } = new Library(readConfig({}).scenarios).current();
  const told = [...scripts.values()].flatMap(({ value: { id, title, summary, brief, hidden } }) => {
    const open = JSON.stringify([title, summary, brief]);
    return Object.values(hidden).flatMap(({ title }) =>
      [title.zh, title.en].filter((secret) => open.includes(secret)).map((secret) => `${id}: ${secret}`),
    );
  });
  expect(told).toEqual([]);
});

test('the problems of the content files are told to trainers and administrators only', async () => {
  const server = await startServer();
  const people = await everybody(server);
  for (const [who, visitor] of Object.entries(people)) {
    if (who === 'nobody') continue;
    const { body } = await visitor.send('GET', ROUTES.library);
    expect(body, who).toMatchObject({ problems: [] });
  }
});
