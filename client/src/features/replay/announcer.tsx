import { useTexts } from '../../i18n';
import { outcomeWords } from '../../transcript/outcome-text';
import { minutesSeconds } from '../../ui/time';
import { entryOf } from './explain';
import { usePlayerStore, usePlaying } from './use-player';

/** What a screen reader hears: the line that somebody has gone to, and nothing while the replay plays. */
export function Announcer() {
  const { t, language } = useTexts();
  const { scene } = usePlayerStore();
  const asked = usePlaying(({ playing, asked }) => (playing ? null : asked));
  const entry = asked === null ? undefined : entryOf(scene, asked);
  const words = () => {
    switch (entry?.kind) {
      case 'message': {
        const { content } = entry;
        return `${t('replay.customer')}: ${'text' in content ? content.text : content.photo}`;
      }
      case 'reply':
        return `${t('replay.reply')}: ${entry.text}`;
      case 'action':
        return `${t(`action.${entry.action.do}`)}: ${outcomeWords(entry.outcome, language)}`;
      case 'ended':
        return t('talk.untilEnd', { ending: t(`ending.${entry.ending}`) });
      case 'effect':
      case undefined:
        return '';
    }
  };
  return (
    <p className="visually-hidden" aria-live="polite">
      {entry && `${minutesSeconds(entry.at)} ${words()}`}
    </p>
  );
}
