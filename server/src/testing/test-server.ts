import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { buildApp, type KefuApp, loadParts } from '../app';
import { type Config, readConfig } from '../config';
import { ManualClock } from './manual-clock';
import { TestDesk } from './test-desk';
import { TestVisitor } from './test-visitor';

/** The real content and recogniser, loaded once for all tests of a file. */
let parts: ReturnType<typeof loadParts> | undefined;
function usualParts() {
  parts ??= loadParts(readConfig({}));
  return parts;
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The real server with a real database in a folder of its own, listening, its clock turned by hand. */
export type TestServer = KefuApp & {
  readonly clock: ManualClock;
  readonly config: Config;
  readonly url: string;
  /** Somebody with a browser of their own. */
  readonly visitor: () => TestVisitor;
  /** Opens the live connection of a signed-in visitor. */
  readonly desk: (visitor: TestVisitor) => Promise<TestDesk>;
  /** Stops it before the test ends. */
  readonly stop: () => Promise<void>;
};

/** Somebody of each role, signed in, on a server that has no users yet. */
export async function everybody(server: TestServer) {
  const admin = server.visitor();
  await admin.setUp();
  const guest = server.visitor();
  await guest.comeAsGuest();
  const comeAs = async (role: 'trainee' | 'trainer' | 'coach') => {
    await admin.createUser(role, role);
    const visitor = server.visitor();
    await visitor.signIn(role);
    return visitor;
  };
  const nobody = server.visitor();
  await nobody.arrive();
  const [trainee, trainer, coach] = [await comeAs('trainee'), await comeAs('trainer'), await comeAs('coach')];
  return { nobody, guest, trainee, trainer, coach, admin };
}

export async function startServer(
  environment: Record<string, string> = {},
  clock = new ManualClock(),
): Promise<TestServer> {
  const settings = { KEFU_DATA: temporaryFolder(), KEFU_SYNCHRONOUS: 'NORMAL', LOG_LEVEL: 'silent' };
  const config = readConfig({ ...settings, ...environment });
  const usual = environment.KEFU_SCENARIOS === undefined && environment.KEFU_MODEL === undefined;
  const kefu = await buildApp(config, clock, usual ? usualParts() : loadParts(config));
  const url = await kefu.app.listen({ host: config.host, port: 0 });
  const desks: TestDesk[] = [];
  const stop = async () => {
    for (const desk of desks.splice(0)) desk.close();
    await kefu.app.close();
  };
  onTestFinished(stop);
  return {
    ...kefu,
    clock,
    config,
    url,
    visitor: () => new TestVisitor(url),
    desk: async (visitor) => {
      const desk = new TestDesk(url, visitor.cookie);
      desks.push(desk);
      await desk.connected();
      return desk;
    },
    stop,
  };
}
