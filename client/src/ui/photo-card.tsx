import { useTexts } from '../i18n';
import { Icon } from './icon';
import css from './photo-card.module.css';

/** A picture that a customer sent; what it shows is told in words. */
export function PhotoCard({ description }: { description: string }) {
  const { t } = useTexts();
  return (
    <figure className={css.photo}>
      <div className={css.picture}>
        <Icon name="photo" size={32} />
      </div>
      <figcaption>
        <span>{t('desk.photo')}</span>
        {description}
      </figcaption>
    </figure>
  );
}
