import { ERRORS } from '@kefu/shared/protocol/errors';
import { useTexts } from '../i18n';
import { type FailureCode, RestError } from './call';

/** The text for people of whatever went wrong. */
export function useFailureText(): (failure: unknown) => string {
  const { t, say } = useTexts();
  return (failure) => {
    const code = codeOf(failure);
    if (code === 'unreachable') return t('common.unreachable');
    if (code === 'bad-answer') return t('common.badAnswer');
    return say(ERRORS[code]);
  };
}

function codeOf(failure: unknown): FailureCode {
  if (failure instanceof RestError) return failure.code;
  return isCode(failure) ? failure : 'internal';
}

const isCode = (failure: unknown): failure is FailureCode =>
  typeof failure === 'string' &&
  (Object.hasOwn(ERRORS, failure) || failure === 'unreachable' || failure === 'bad-answer');
