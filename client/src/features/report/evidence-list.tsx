import type { Evidence } from '@kefu/shared/scoring/scorecard';
import { useTexts } from '../../i18n';
import type { Place } from '../../transcript/marks';
import { classes } from '../../ui/classes';
import css from './evidence-list.module.css';

type Props = { evidence: readonly Evidence[]; onShow: (place: Place) => void };

/** The words behind a score; each leads to its place in the transcript. */
export function EvidenceList({ evidence, onShow }: Props) {
  const { t, say } = useTexts();
  if (evidence.length === 0) return null;
  return (
    <ul className={css.list}>
      {evidence.map((item) => (
        <li key={`${item.seq} ${item.start} ${item.effect} ${item.rule} ${item.note.en}`}>
          <button
            type="button"
            className={classes(css.item, item.effect === 'earned' ? css.earned : css.lost)}
            title={t('report.showInTranscript')}
            onClick={() => onShow(item)}
          >
            <span className={css.sign}>
              <span aria-hidden="true">{item.absent ? '○' : item.effect === 'earned' ? '+' : '−'}</span>
              <span className="visually-hidden">{t(`report.${item.absent ? 'absent' : item.effect}`)}</span>
            </span>
            <span>
              {item.words !== undefined && <q>{item.words}</q>} {say(item.note)}{' '}
              {item.rule !== undefined && <small className={css.rule}>{item.rule}</small>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
