import type { Label } from '@kefu/shared/protocol/teaching';
import type { Act } from '@kefu/shared/understanding/acts';
import { brokenRule } from '@kefu/shared/understanding/border-rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../../i18n';
import { useFailureText } from '../../../net/failure';
import { teachingRest } from '../../../net/teaching';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { keysAreOn } from '../../../ui/keys-preference';
import { Notice } from '../../../ui/notice';
import { ActBoard } from '../act-board';
import { Definition } from '../definition';
import { rememberLabel } from '../queries';
import { toggled } from '../toggled';
import { useStrokes } from '../use-strokes';
import css from './correct-dialog.module.css';

/** Another opinion on a reply that was labelled. */
export function CorrectDialog({ label, onClose }: { label: Label; onClose: () => void }) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<readonly Act[]>(label.labels ?? []);
  const [looked, setLooked] = useState<Act | null>(null);
  const { text, context } = label;
  const save = useMutation({
    mutationFn: () => teachingRest.label({ text, context, labels: [...chosen] }),
    onSuccess: (saved) => {
      rememberLabel(queryClient, saved);
      onClose();
    },
  });
  const allowed = brokenRule(chosen) === undefined;
  const toggle = (act: Act) => {
    setChosen((before) => toggled(before, act));
    setLooked(act);
  };
  useStrokes(keysAreOn(), 'dialog', (stroke) => {
    if (stroke.does === 'toggle') toggle(stroke.act);
    else if (stroke.does === 'save' && allowed) save.mutate();
  });
  return (
    <Dialog
      title={t('teaching.correctTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={save.isPending} disabled={!allowed} onClick={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        <blockquote lang="zh-CN">
          <p className={css.context}>{context}</p>
          <p>{text}</p>
        </blockquote>
        <Definition act={looked} chosen={chosen} />
        <ActBoard chosen={chosen} onToggle={toggle} onLook={setLooked} />
        {save.isError && <Notice kind="bad">{failureText(save.error)}</Notice>}
      </div>
    </Dialog>
  );
}
