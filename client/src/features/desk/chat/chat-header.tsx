import type { Desk } from '@kefu/shared/protocol/rest';
import { useCustomerName } from '../../../customer-name';
import { useTexts } from '../../../i18n';
import { MoodMeter } from '../../../transcript/mood-meter';
import type { Wait } from '../../../transcript/waiting';
import { Avatar } from '../../../ui/avatar';
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
    <header className={css.header}>
      <LinkButton
        to="/rehearsals"
        look="quiet"
        size="small"
        icon="back"
        className={css.back}
        aria-label={t('desk.leave')}
      />
      <span className={css.face}>
        <Avatar persona={rehearsal.persona} size={40} />
      </span>
      <div className={css.who}>
        <h1>{customer.name}</h1>
        <p>
          <Tag>{persona}</Tag>
          <Tag>{t(`group.${customer.group}`)}</Tag>
          {rehearsal.mode === 'exam' && <Tag kind="accent">{t('mode.exam')}</Tag>}
        </p>
      </div>
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
      <Button
        look="quiet"
        size="small"
        icon="panel"
        className={css.panel}
        aria-label={t('desk.info')}
        onClick={onPanel}
      />
    </header>
  );
}
