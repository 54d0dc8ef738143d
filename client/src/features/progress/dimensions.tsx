import type { OwnProgress } from '@kefu/shared/protocol/journal';
import { useTexts } from '../../i18n';
import { Bar } from '../../ui/bar';
import { Section } from '../../ui/section';
import css from './dimensions.module.css';

/** The dimensions in the newest rehearsals, and how that has changed. */
export function Dimensions({ dimensions }: Pick<OwnProgress, 'dimensions'>) {
  const { t, say } = useTexts();
  return (
    <Section title={t('progress.dimensions')} hint={t('progress.dimensionsHint')}>
      <ul className={css.list}>
        {dimensions.map(({ id, title, recent, before }) => (
          <li key={id}>
            <span>{say(title)}</span>
            <Bar share={(recent ?? 0) / 100} />
            <span className={css.points}>{recent === null ? '–' : Math.round(recent)}</span>
            <Change recent={recent} before={before} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The sign says it as well as the colour. */
function Change({ recent, before }: { recent: number | null; before: number | null }) {
  const { t } = useTexts();
  if (recent === null || before === null) return <span className={css.change} />;
  const change = Math.round(recent - before);
  const sign = change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '±0';
  return (
    <span
      className={css.change}
      data-way={Math.sign(change)}
      title={t('progress.before', { points: Math.round(before) })}
    >
      {sign}
    </span>
  );
}
