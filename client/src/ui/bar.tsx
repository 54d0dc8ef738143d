import css from './bar.module.css';
import { classes } from './classes';

/** A share of one as a bar; the number itself stands beside it. */
export function Bar({ share }: { share: number }) {
  const kind = share >= 0.8 ? css.good : share >= 0.6 ? css.fair : css.bad;
  return (
    <svg className={classes(css.bar, kind)} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className={css.track} width="100" height="8" />
      <rect className={css.fill} width={Math.max(0, Math.min(1, share)) * 100} height="8" />
    </svg>
  );
}
