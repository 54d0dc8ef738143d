import { MOST_OVERLAYS } from '@kefu/shared/persona/most-overlays';
import type { Library } from '@kefu/shared/protocol/rest';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { deskQuery, rehearsalsQuery, startRehearsal } from '../../net/rehearsals';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Choices } from '../../ui/choices';
import { Dialog } from '../../ui/dialog';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import css from './start-dialog.module.css';

type Props = {
  exercise: Library['exercises'][number];
  personas: Library['personas'];
  overlays: Library['overlays'];
  persona: string;
  onClose: () => void;
};

/** The times allowed for replies, stretched; 0 for none (WCAG 2.2.1). */
const PACES = { '1': 1, '1.5': 1.5, '2': 2, '0': 0 } as const;

/** Which customer, for practice or as an exam, and against which clock. */
export function StartDialog({ exercise, personas, overlays, persona: first, onClose }: Props) {
  const { t, say } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [persona, setPersona] = useState(first);
  const [laid, setLaid] = useState<readonly string[]>([]);
  const [mode, setMode] = useState<'practice' | 'exam'>('practice');
  const [pace, setPace] = useState<keyof typeof PACES>('1');
  const start = useMutation({
    mutationFn: () =>
      startRehearsal({
        script: exercise.script,
        persona,
        overlays: [...laid],
        mode,
        pace: PACES[pace],
      }),
    onSuccess: (desk) => {
      queryClient.setQueryData(deskQuery(desk.rehearsal.id).queryKey, desk);
      void queryClient.invalidateQueries(rehearsalsQuery);
      void navigate({ to: '/rehearsals/$id', params: { id: desk.rehearsal.id } });
    },
  });
  const factor = PACES[pace];
  const taken = mode === 'exam' ? exercise.exams[persona] : undefined;
  return (
    <Dialog
      title={say(exercise.title)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {taken ? (
            <LinkButton look="primary" to="/rehearsals/$id" params={{ id: taken.rehearsal }}>
              {t(taken.score === null ? 'start.goOn' : 'common.toReport')}
            </LinkButton>
          ) : (
            <Button look="primary" data-first busy={start.isPending} onClick={() => start.mutate()}>
              {t('start.go')}
            </Button>
          )}
        </>
      }
    >
      <div className={css.form}>
        <p className={css.summary}>{say(exercise.summary)}</p>
        <Choice
          label={t('start.persona')}
          look="cards"
          value={persona}
          onChange={setPersona}
          options={personas.map(({ id, name, summary }) => ({
            value: id,
            label: (
              <>
                <Avatar persona={id} size={28} /> {say(name)}
              </>
            ),
            hint: say(summary),
          }))}
        />
        {overlays.length > 0 && (
          <Choices
            label={t('start.overlays')}
            values={laid}
            onChange={setLaid}
            atMost={MOST_OVERLAYS}
            options={overlays.map(({ id, name, summary }) => ({
              value: id,
              label: say(name),
              hint: say(summary),
            }))}
          />
        )}
        <Choice
          label={t('start.mode')}
          look="cards"
          value={mode}
          onChange={setMode}
          options={[
            { value: 'practice', label: t('mode.practice'), hint: t('start.practiceHint') },
            { value: 'exam', label: t('mode.exam'), hint: t('start.examHint') },
          ]}
        />
        <div>
          <Choice
            label={t('start.pace')}
            value={pace}
            onChange={setPace}
            options={(['1', '1.5', '2', '0'] as const).map((value) => ({ value, label: t(`pace.${value}`) }))}
          />
          <p className={css.hint}>
            {factor === 0
              ? t('start.untimedHint')
              : factor === 1
                ? t('start.standardHint')
                : t('start.slowHint', { factor })}
          </p>
        </div>
        {taken && (
          <Notice kind="info">
            {taken.score === null ? t('start.examBegun') : t('start.examTaken', { score: taken.score })}
          </Notice>
        )}
        {start.isError && <Notice kind="bad">{failureText(start.error)}</Notice>}
      </div>
    </Dialog>
  );
}
