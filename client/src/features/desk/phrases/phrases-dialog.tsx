import type { Phrase } from '@kefu/shared/protocol/phrases';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../../i18n';
import { aidRest, phrasesQuery } from '../../../net/aids';
import { useFailureText } from '../../../net/failure';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Notice } from '../../../ui/notice';
import { Empty, Failure, Loading } from '../../../ui/states';
import { PhraseForm } from './phrase-form';
import css from './phrases-dialog.module.css';

/** What is being done to the list. */
type Doing = { is: 'adding' } | { is: 'changing' | 'removing'; id: string } | null;

/** A user's own phrases: add, change, delete. They come in the order of their use. */
export function PhrasesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(phrasesQuery);
  const [doing, setDoing] = useState<Doing>(null);
  const remove = useMutation({
    mutationFn: aidRest.removePhrase,
    onSuccess: () => {
      setDoing(null);
      return queryClient.invalidateQueries(phrasesQuery);
    },
  });
  const row = (phrase: Phrase) => {
    if (doing?.is === 'changing' && doing.id === phrase.id) {
      return <PhraseForm phrase={phrase} onDone={() => setDoing(null)} />;
    }
    return (
      <>
        <div className={css.words}>
          <p className={css.title}>
            <strong>{phrase.title}</strong>
            <small>{t('phrases.uses', { count: phrase.uses })}</small>
          </p>
          <p className={css.text}>{phrase.text}</p>
        </div>
        {doing?.is === 'removing' && doing.id === phrase.id ? (
          <div className={css.sure}>
            <span>{t('phrases.sure', { title: phrase.title })}</span>
            <Button size="small" onClick={() => setDoing(null)}>
              {t('common.cancel')}
            </Button>
            <Button
              size="small"
              look="danger"
              busy={remove.isPending}
              onClick={() => remove.mutate(phrase.id)}
            >
              {t('phrases.remove')}
            </Button>
          </div>
        ) : (
          <div className={css.tools}>
            <Button
              look="quiet"
              size="small"
              icon="edit"
              aria-label={`${t('phrases.edit')} ${phrase.title}`}
              onClick={() => setDoing({ is: 'changing', id: phrase.id })}
            />
            <Button
              look="quiet"
              size="small"
              icon="bin"
              aria-label={`${t('phrases.remove')} ${phrase.title}`}
              onClick={() => setDoing({ is: 'removing', id: phrase.id })}
            />
          </div>
        )}
      </>
    );
  };
  return (
    <Dialog title={t('phrases.title')} onClose={onClose}>
      <div className={css.body}>
        <p className={css.intro}>{t('phrases.intro')}</p>
        {remove.isError && <Notice kind="bad">{failureText(remove.error)}</Notice>}
        {doing?.is === 'adding' ? (
          <div className={css.item}>
            <PhraseForm onDone={() => setDoing(null)} />
          </div>
        ) : (
          <div>
            <Button icon="add" data-first onClick={() => setDoing({ is: 'adding' })}>
              {t('phrases.add')}
            </Button>
          </div>
        )}
        {error ? (
          <Failure failure={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading />
        ) : data.phrases.length === 0 ? (
          doing === null && <Empty icon="bolt" title={t('phrases.none')} hint={t('phrases.noneHint')} />
        ) : (
          <ul className={css.list} aria-label={t('phrases.title')}>
            {data.phrases.map((phrase) => (
              <li key={phrase.id} className={css.item}>
                {row(phrase)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
