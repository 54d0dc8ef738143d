import type { Library } from '@kefu/shared/protocol/rest';
import { useTexts } from '../../i18n';
import { Notice } from '../../ui/notice';
import css from './problems.module.css';

/** Script files that could not be loaded, each with its place, for those who can mend them. */
export function Problems({ problems }: { problems: Library['problems'] }) {
  const { t, say } = useTexts();
  if (problems.length === 0) return null;
  return (
    <Notice kind="warn">
      <details className={css.details}>
        <summary>{t('library.problems', { count: problems.length })}</summary>
        <ul>
          {problems.map(({ file, line, column, code, message, hint }) => (
            <li key={`${file}:${line}:${column}:${code}`}>
              <code>
                {file}:{line}:{column}
              </code>{' '}
              {say(message)} {hint && say(hint)} <small>{code}</small>
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
