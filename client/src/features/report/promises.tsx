import type { Debrief } from '@kefu/shared/scoring/debrief/schema';
import { useTexts } from '../../i18n';
import type { Place } from '../../transcript/marks';
import { Section } from '../../ui/section';
import { Tag } from '../../ui/tag';
import { TextButton } from '../../ui/text-button';
import css from './promises.module.css';

type Props = { promises: Debrief['promises']; onShow: (place: Place) => void };

const KINDS = { kept: 'good', broken: 'bad', open: 'warn' } as const;

/** The promise ledger (R62): what was promised, by when, and what decided whether it was kept. */
export function Promises({ promises, onShow }: Props) {
  const { t, say } = useTexts();
  return (
    <Section title={t('report.promises')}>
      {promises.length === 0 ? (
        <p className={css.none}>{t('report.promisesNone')}</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('report.promise.what')}</th>
              <th scope="col">{t('report.promise.by')}</th>
              <th scope="col">{t('report.promise.status')}</th>
              <th scope="col">{t('report.promise.decided')}</th>
            </tr>
          </thead>
          <tbody>
            {promises.map((promise) => (
              <tr key={`${promise.seq} ${promise.kind} ${promise.start}`}>
                <th scope="row">
                  <TextButton onClick={() => onShow(promise)}>
                    <strong>{say(promise.what)}</strong> <q>{promise.words}</q>
                  </TextButton>
                </th>
                <td data-title={t('report.promise.by')}>{promise.by ?? t('report.noBy')}</td>
                <td data-title={t('report.promise.status')}>
                  <Tag kind={KINDS[promise.status]}>{t(`report.promiseStatus.${promise.status}`)}</Tag>
                </td>
                <td data-title={t('report.promise.decided')}>
                  <Decided promise={promise} onShow={onShow} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** The action or reply that decided leads there; a fact of the shop has no place in the talk. */
function Decided({ promise, onShow }: { promise: Debrief['promises'][number]; onShow: Props['onShow'] }) {
  const { say } = useTexts();
  const { seq, note } = promise.decided;
  if (seq === null) return say(note);
  return <TextButton onClick={() => onShow({ seq })}>{say(note)}</TextButton>;
}
