import { useEffect, useRef } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import { Tag } from '../../../ui/tag';
import css from './quick-list.module.css';
import type { QuickReply } from './quick-replies';

type Props = {
  id: string;
  found: readonly QuickReply[];
  chosen: number;
  onChoose: (reply: QuickReply) => void;
  onManage: () => void;
};

/** The quick replies above the composer. The cursor stays in the text; the arrow keys move the choice. */
export function QuickList({ id, found, chosen, onChoose, onManage }: Props) {
  const { t, say } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div className={css.popup}>
      <p className={css.hint}>{t('desk.quickSearch')}</p>
      <div ref={list} id={id} className={css.list} role="listbox" aria-label={t('desk.quick')}>
        {found.map((reply, index) => (
          <div
            key={`${reply.from} ${reply.id}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classes(css.option, index === chosen && css.chosen)}
            // Before the field loses the focus.
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(reply);
            }}
          >
            {reply.from === 'own' ? (
              <Tag kind="accent">{t('desk.phraseOwn')}</Tag>
            ) : (
              <kbd className={css.command}>/{reply.command}</kbd>
            )}
            <strong>{say(reply.title)}</strong>
            <span>{reply.text}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={css.none}>{t('desk.quickNone')}</p>}
      <div className={css.foot}>
        <Button look="quiet" size="small" icon="edit" onClick={onManage}>
          {t('desk.managePhrases')}
        </Button>
      </div>
    </div>
  );
}
