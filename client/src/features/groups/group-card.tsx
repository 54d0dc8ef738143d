import type { Group } from '@kefu/shared/protocol/groups';
import { useTexts } from '../../i18n';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/tag';
import css from './group-card.module.css';
import { InviteLink } from './invite-link';

type Props = {
  group: Group;
  busy: boolean;
  onInvite: () => void;
  onCloseInvite: () => void;
  onTakeOut: (user: string) => void;
  onRename: () => void;
  onRemove: () => void;
};

export function GroupCard({ group, busy, onInvite, onCloseInvite, onTakeOut, onRename, onRemove }: Props) {
  const { t } = useTexts();
  const { name, members, invite } = group;
  return (
    <section className={css.card} aria-label={name}>
      <header className={css.header}>
        <h2>{name}</h2>
        <Tag>{t('groups.count', { count: members.length })}</Tag>
        <span className={css.tools}>
          <Button size="small" look="quiet" onClick={onRename}>
            {t('groups.rename')}
          </Button>
          <Button size="small" look="danger" onClick={onRemove}>
            {t('groups.remove')}
          </Button>
        </span>
      </header>
      <InviteLink invite={invite} busy={busy} onRenew={onInvite} onClose={onCloseInvite} />
      {members.length === 0 ? (
        <p className={css.empty}>{t('groups.empty')}</p>
      ) : (
        <ul className={css.members}>
          {members.map((member) => (
            <li key={member.id}>
              {member.name}
              {member.role !== 'trainee' && <Tag>{t(`role.${member.role}`)}</Tag>}
              <Button
                size="small"
                look="quiet"
                icon="close"
                disabled={busy}
                aria-label={t('groups.takeOut', { name: member.name })}
                onClick={() => onTakeOut(member.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
