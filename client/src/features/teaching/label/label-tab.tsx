import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../../i18n';
import { useFailureText } from '../../../net/failure';
import { sessionQuery } from '../../../net/session';
import { keysAreOn, turnKeys } from '../../../ui/keys-preference';
import { Notice } from '../../../ui/notice';
import { labelsQuery } from '../queries';
import { KeysHelp } from './keys-help';
import css from './label-tab.module.css';
import { ReplyLabeller } from './reply-labeller';
import { useLabelling } from './use-labelling';

/** One doubtful reply after the other. */
export function LabelTab() {
  const { t } = useTexts();
  const failureText = useFailureText();
  const { current, left, failed, undoable, save, undo } = useLabelling();
  const today = useDoneToday();
  const [help, setHelp] = useState(false);
  const [keysOn, setKeysOn] = useState(keysAreOn);
  return (
    <div className={css.tab}>
      {failed && (
        <Notice kind="bad">
          {t('teaching.notSaved', { text: failed.text })} {failureText(failed.error)}
        </Notice>
      )}
      <ReplyLabeller
        key={current?.id ?? ''}
        reply={current}
        keysOn={keysOn}
        undoable={undoable}
        onSave={save}
        onUndo={undo}
        onHelp={() => setHelp(true)}
        counts={
          <p className={css.counts} role="status">
            {t('teaching.left', { count: left })} · {t('teaching.today', { count: today })}
          </p>
        }
      />
      {help && (
        <KeysHelp
          on={keysOn}
          onTurn={(on) => {
            setKeysOn(on);
            turnKeys(on);
          }}
          onClose={() => setHelp(false)}
        />
      )}
    </div>
  );
}

/** How many replies this trainer has labelled since midnight. */
function useDoneToday(): number {
  const me = useSuspenseQuery(sessionQuery).data.user?.name;
  const { labels } = useSuspenseQuery(labelsQuery).data;
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  const since = midnight.toISOString();
  return labels.filter(({ labels, by, at }) => labels !== null && by === me && at >= since).length;
}
