import { useMemo } from 'react';
import { useTexts } from '../../i18n';
import { Clock } from '../../transcript/clock';
import { countUntil } from '../../transcript/moment';
import { MoodMeter } from '../../transcript/mood-meter';
import { TalkHeader } from '../../transcript/talk-header';
import { timingOf } from '../../transcript/timing-of';
import { openWait } from '../../transcript/waiting';
import { LinkButton } from '../../ui/link-button';
import { Tag } from '../../ui/tag';
import { usePlayerStore, usePlaying } from './use-player';

/** Who talked with whom; the customer's mood and the waiting clock as the agent saw them at this moment. */
export function Header({ onSide }: { onSide: () => void }) {
  const { t, say } = useTexts();
  const { replay, report } = usePlayerStore().scene;
  const { desk, views } = replay;
  const { rehearsal, customer } = desk;
  const count = usePlaying(({ at }) => countUntil(views, at));
  const entries = useMemo(() => views.slice(0, count), [views, count]);
  return (
    <TalkHeader
      back={(className) => (
        <LinkButton
          to="/rehearsals/$id/report"
          params={{ id: rehearsal.id }}
          look="quiet"
          size="small"
          icon="back"
          className={className}
          aria-label={t('replay.toReport')}
          title={t('replay.toReport')}
        />
      )}
      persona={rehearsal.persona}
      title={`${t('replay.title')} · ${say(rehearsal.title)}`}
      tags={
        <>
          <Tag>{customer.name}</Tag>
          <Tag>{say(report.exercise.persona.name)}</Tag>
          {rehearsal.mode === 'exam' && <Tag kind="accent">{t('mode.exam')}</Tag>}
          <Tag>{rehearsal.trainee.name}</Tag>
        </>
      }
      aside={{ label: t('replay.side'), onOpen: onSide }}
    >
      {desk.mood && <MoodMeter start={desk.mood} entries={entries} />}
      <WaitClock entries={entries} />
    </TalkHeader>
  );
}

/** A fifth of a second is as fine as the clock on the desk. */
const CLOCK_MS = 200;

function WaitClock({ entries }: { entries: Parameters<typeof openWait>[0] }) {
  const { desk } = usePlayerStore().scene.replay;
  const wait = openWait(entries, timingOf(desk));
  const now = usePlaying(({ at }) => Math.floor(at / CLOCK_MS) * CLOCK_MS);
  if (entries.at(-1)?.kind === 'ended') return null;
  return <Clock now={Math.max(now, wait?.since ?? 0)} wait={wait} pace={desk.rehearsal.pace} />;
}
