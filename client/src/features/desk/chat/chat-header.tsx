import type { Desk } from '@kefu/shared/protocol/rest';
import { useCustomerName } from '../../../customer-name';
import { useTexts } from '../../../i18n';
import { MoodMeter } from '../../../transcript/mood-meter';
import { TalkHeader } from '../../../transcript/talk-header';
import type { Wait } from '../../../transcript/waiting';
import { Button } from '../../../ui/button';
import { LinkButton } from '../../../ui/link-button';
import { Tag } from '../../../ui/tag';
import { toggle, usePreference } from '../live/desk-preferences';
import type { DeskState } from '../live/desk-state';
import css from './chat-header.module.css';
import { LiveClock } from './live-clock';

type Props = {
  desk: Desk;
  live: DeskState;
  wait: Wait | null;
  onPanel: () => void;
  onSheet: () => void;
};

/** Who writes, how they feel, and how long they have been waiting. */
export function ChatHeader({ desk, live, wait, onPanel, onSheet }: Props) {
  const { t } = useTexts();
  const sound = usePreference('sound');
  const { rehearsal, customer, mood } = desk;
  const persona = useCustomerName()(rehearsal);
  return (
    <TalkHeader
      back={(className) => (
        <LinkButton
          to="/rehearsals"
          look="quiet"
          size="small"
          icon="back"
          className={className}
          aria-label={t('desk.leave')}
        />
      )}
      persona={rehearsal.persona}
      title={customer.name}
      tags={
        <>
          <Tag>{persona}</Tag>
          <Tag>{t(`group.${customer.group}`)}</Tag>
          {rehearsal.mode === 'exam' && <Tag kind="accent">{t('mode.exam')}</Tag>}
        </>
      }
      aside={{ label: t('desk.info'), onOpen: onPanel }}
    >
      {mood && <MoodMeter start={mood} entries={live.entries} />}
      <LiveClock live={live} wait={wait} pace={rehearsal.pace} />
      <span className={css.tools}>
        <Button
          look="quiet"
          size="small"
          icon={sound ? 'sound' : 'silent'}
          aria-pressed={sound}
          aria-label={t('desk.sound')}
          title={t(sound ? 'desk.soundOn' : 'desk.soundOff')}
          onClick={() => toggle('sound')}
        />
        <Button
          look="quiet"
          size="small"
          icon="keys"
          aria-label={t('desk.keys')}
          title={t('desk.keys')}
          onClick={onSheet}
        />
      </span>
    </TalkHeader>
  );
}
