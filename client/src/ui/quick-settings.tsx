import { useTexts } from '../i18n';
import { Button } from './button';
import { chooseLanguage, chooseTheme, useTheme } from './preferences';
import css from './quick-settings.module.css';

/** Colours and language, one press each. */
export function QuickSettings() {
  const { t, language } = useTexts();
  const { dark } = useTheme();
  return (
    <div className={css.quick}>
      <Button
        look="quiet"
        icon={dark ? 'sun' : 'moon'}
        aria-label={`${t('settings.theme')}: ${t(dark ? 'settings.light' : 'settings.dark')}`}
        onClick={() => chooseTheme(dark ? 'light' : 'dark')}
      />
      <Button
        look="quiet"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? 'EN' : '中文'}
      </Button>
    </div>
  );
}
