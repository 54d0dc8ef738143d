import type { PersonData } from '@kefu/shared/protocol/persons';
import { AccountSchema } from '@kefu/shared/protocol/rest';
import { ScorecardSchema } from '@kefu/shared/scoring/scorecard';
import { BilingualSchema } from '@kefu/shared/script/text';
import { Refusal } from '../refusal';
import type { Storage } from '../storage/database';
import { Journal } from '../storage/journal';
import { Labels } from '../storage/labels';
import { Phrases } from '../storage/phrases';
import { Rehearsals } from '../storage/rehearsals';
import { laidOn, RehearsalRowSchema } from '../storage/tables';
import { WorkNotes } from '../storage/work-notes';

/**
 * All that is stored about one person.
 * @throws {Refusal} `not-found`
 */
export async function personData(storage: Storage, id: string, at: Date): Promise<PersonData> {
  const { db } = storage;
  const user = await db
    .selectFrom('user')
    .select(['id', 'name', 'role', 'disabled', 'created_at as createdAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!user) throw new Refusal('not-found');
  const sessions = await db
    .selectFrom('session')
    .select('expires_at as expiresAt')
    .where('user_id', '=', id)
    .execute();
  const groups = await db
    .selectFrom('membership')
    .innerJoin('user_group', 'user_group.id', 'membership.group_id')
    .select(['user_group.id', 'user_group.name', 'membership.joined_at as joinedAt'])
    .where('user_id', '=', id)
    .execute();
  const models = await db
    .selectFrom('model')
    .select(['hash', 'created_at as createdAt'])
    .where('user_id', '=', id)
    .execute();
  return {
    format: 'kefu-person',
    version: 1,
    exportedAt: at.toISOString(),
    account: AccountSchema.parse({ ...user, disabled: user.disabled === 1 }),
    ...{ sessions, groups, models },
    journal: await new Journal(storage, new WorkNotes(storage)).list(id),
    phrases: await new Phrases(storage).of(id),
    labels: await new Labels(storage).by(id),
    rehearsals: await rehearsalsOf(storage, id),
  };
}

async function rehearsalsOf(storage: Storage, userId: string): Promise<PersonData['rehearsals']> {
  const { db } = storage;
  const rehearsals = new Rehearsals(storage);
  const rows = await db
    .selectFrom('rehearsal')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute();
  const found: PersonData['rehearsals'] = [];
  for (const raw of rows) {
    const row = RehearsalRowSchema.parse(raw);
    const { id, script, persona, mode, pace, created_at, status, ending, score, scorecard } = row;
    found.push({
      ...{ id, script, persona, mode, pace, status, ending, score },
      overlays: laidOn(row).map((overlay) => overlay.id),
      title: BilingualSchema.parse(JSON.parse(row.title)),
      createdAt: created_at,
      scorecard: scorecard === null ? null : ScorecardSchema.parse(JSON.parse(scorecard)),
      log: status === 'running' ? null : await rehearsals.entries(id),
    });
  }
  return found;
}
