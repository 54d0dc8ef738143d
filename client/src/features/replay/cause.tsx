import type { MessageEntry } from '@kefu/shared/rehearsal/entry';
import { useTexts } from '../../i18n';
import { minutesSeconds } from '../../ui/time';
import { EffectCard } from './effect-card';
import { causeOf } from './explain';
import css from './moment-pane.module.css';
import { usePlayerStore } from './use-player';

/** Why the customer said it: from what its words come, and what had set it writing. */
export function CauseOf({ message }: { message: MessageEntry }) {
  const { t, say } = useTexts();
  const { scene, order } = usePlayerStore();
  const source = scene.replay.sources.find(({ seq }) => seq === message.seq);
  const cause = causeOf(scene, message);
  return (
    <section className={css.section}>
      <h3>{t('replay.said')}</h3>
      {source && (
        <p>
          {t(`replay.of.${source.of}`)}
          {source.title && <> · {say(source.title)}</>}
        </p>
      )}
      {cause?.is === 'reply' && (
        <button
          type="button"
          className={css.answers}
          onClick={() => order({ do: 'show', seq: cause.entry.seq })}
        >
          <span>{t('replay.answers', { time: minutesSeconds(cause.entry.at) })}</span>
          <q>{cause.entry.kind === 'reply' ? cause.entry.text : t(`action.${cause.entry.action.do}`)}</q>
        </button>
      )}
      {cause?.is === 'waiting' && (
        <>
          {message.seq > 2 && <p className={css.quiet}>{t('replay.byItself')}</p>}
          <EffectCard effect={cause.effect} />
        </>
      )}
    </section>
  );
}
