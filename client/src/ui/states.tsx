import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { useFailureText } from '../net/failure';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import css from './states.module.css';

/** Something is on its way. It shows only after a moment, so that quick answers do not flicker. */
export function Loading() {
  const { t } = useTexts();
  return (
    <div className={css.loading} role="status">
      {t('common.loading')}
    </div>
  );
}

type FailureProps = { failure: unknown; onRetry?: (() => void) | undefined; action?: ReactNode };

/** A page that could not come, why, and what one can do. */
export function Failure({ failure, onRetry, action }: FailureProps) {
  const { t } = useTexts();
  const text = useFailureText();
  return (
    <div className={css.state} role="alert">
      <Icon name="plug" size={32} />
      <p>{text(failure)}</p>
      <div className={css.actions}>
        {onRetry && (
          <Button icon="retry" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
        {action}
      </div>
    </div>
  );
}

type EmptyProps = { icon: IconName; title: string; hint?: string; action?: ReactNode };

/** Nothing is here yet, and where to go from here. */
export function Empty({ icon, title, hint, action }: EmptyProps) {
  return (
    <div className={css.state}>
      <Icon name={icon} size={32} />
      <p className={css.title}>{title}</p>
      {hint !== undefined && <p>{hint}</p>}
      {action && <div className={css.actions}>{action}</div>}
    </div>
  );
}
