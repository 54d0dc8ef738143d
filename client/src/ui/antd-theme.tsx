import { ConfigProvider, type ThemeConfig, theme } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { useTheme } from './preferences';

/** Styles that antd makes while running must carry the nonce that the server gave this page. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/**
 * antd in our colours, for pages with big tables and forms. It is loaded with those pages only: the way to the desk
 * does without it.
 */
export function AntdTheme({ children }: { children: ReactNode }) {
  const { language } = useTexts();
  const { dark } = useTheme();
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={language === 'zh' ? zhCN : enGB}
      theme={dark ? DARK : LIGHT}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}

const SHARED = {
  fontFamily: 'var(--font)',
  fontSize: 14,
  borderRadius: 6,
  controlHeight: 36,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.16s',
};

// antd derives further colours from these, so they are the values of theme.css and not its variables.
const LIGHT: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...SHARED,
    colorPrimary: '#1f5f7a',
    colorText: '#1c2321',
    colorTextSecondary: '#4a5451',
    colorTextPlaceholder: '#616b67',
    colorBgContainer: '#ffffff',
    colorBgElevated: '#ffffff',
    colorBorder: '#868d88',
    colorBorderSecondary: '#e0e3dd',
    colorError: '#b0271f',
    colorSuccess: '#2a6b3d',
    colorWarning: '#8a5200',
  },
};

const DARK: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...SHARED,
    colorPrimary: '#86bfd6',
    colorTextLightSolid: '#0e1c22',
    colorText: '#e4eae7',
    colorTextSecondary: '#b4beba',
    colorTextPlaceholder: '#98a39f',
    colorBgContainer: '#1b2123',
    colorBgElevated: '#20272a',
    colorBorder: '#74807c',
    colorBorderSecondary: '#2f383b',
    colorError: '#ff9a90',
    colorSuccess: '#86cb9b',
    colorWarning: '#eeb565',
  },
};
