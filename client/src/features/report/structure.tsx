import type { Debrief, Third } from '@kefu/shared/scoring/debrief/schema';
import { useTexts } from '../../i18n';
import type { Place } from '../../transcript/marks';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/icon';
import { Section } from '../../ui/section';
import { secondsOf } from '../../ui/time';
import css from './structure.module.css';

type Props = { debrief: Debrief; onShow: (place: Place) => void };

const LETTERS = ['S', 'T', 'A', 'R'] as const;
const ELEMENTS = ['empathy', 'asking', 'guiding', 'confirming'] as const;

/** How the talk was built: STAR (R19), the four elements (R23), and whether the service held to the end (R98). */
export function Structure({ debrief, onShow }: Props) {
  const { t } = useTexts();
  const { star, elements, thirds } = debrief;
  return (
    <Section title={t('report.structure')}>
      <h3>{t('report.star.title')}</h3>
      <ul className={css.steps}>
        {LETTERS.map((letter) => (
          <Step
            key={letter}
            sign={letter}
            name={t(`report.star.${letter}`)}
            seq={star[letter]}
            onShow={onShow}
          />
        ))}
      </ul>
      <h3>{t('report.elements.title')}</h3>
      <ul className={css.steps}>
        {ELEMENTS.map((id) => (
          <Step key={id} name={t(`report.elements.${id}`)} seq={elements[id]} onShow={onShow} />
        ))}
      </ul>
      {thirds && <Thirds {...thirds} />}
    </Section>
  );
}

type StepProps = { sign?: string; name: string; seq: number | null; onShow: Props['onShow'] };

function Step({ sign, name, seq, onShow }: StepProps) {
  const { t } = useTexts();
  const label = (
    <>
      <Icon name={seq === null ? 'close' : 'check'} size={14} />
      {sign !== undefined && <strong>{sign}</strong>}
      <span>{name}</span>
      <span className="visually-hidden">{t(seq === null ? 'report.notThere' : 'report.there')}</span>
    </>
  );
  return (
    <li>
      {seq === null ? (
        <span className={classes(css.step, css.left)}>{label}</span>
      ) : (
        <button type="button" className={css.step} onClick={() => onShow({ seq })}>
          {label}
        </button>
      )}
    </li>
  );
}

function Thirds({ first, last }: { first: Third; last: Third }) {
  const { t } = useTexts();
  const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)} %`);
  const time = (ms: number | null) => (ms === null ? '–' : t('report.secondsShort', { s: secondsOf(ms) }));
  const rows = [
    ['replies', String(first.replies), String(last.replies)],
    ['inTime', percent(first.inTime), percent(last.inTime)],
    ['wait', time(first.wait), time(last.wait)],
    ['faults', String(first.faults), String(last.faults)],
    ['progress', String(first.progress), String(last.progress)],
  ] as const;
  return (
    <table className={css.thirds}>
      <caption>{t('report.thirds')}</caption>
      <thead>
        <tr>
          <td />
          {rows.map(([id]) => (
            <th key={id} scope="col">
              {t(`report.third.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['first', 'last'] as const).map((end, index) => (
          <tr key={end}>
            <th scope="row">{t(`report.third.${end}`)}</th>
            {rows.map(([id, ...values]) => (
              <td key={id}>{values[index]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
