import { type ThemeConfig, theme } from 'antd'

export type ThemeChoice = 'auto' | 'light' | 'dark'
export type Shade = 'light' | 'dark'

const STORED = 'huiyin.theme'

/** The choice made last on this machine, so that the sign-in page looks the same before anybody is known. */
export function storedTheme(): ThemeChoice {
  const value = localStorage.getItem(STORED)
  return value === 'light' || value === 'dark' ? value : 'auto'
}

/** Sets the shade on the document, so that tokens.css answers with its colours, and remembers the choice. */
export function applyTheme(choice: ThemeChoice): Shade {
  const dark = choice === 'dark' || (choice === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  const shade: Shade = dark ? 'dark' : 'light'
  document.documentElement.dataset.theme = shade
  localStorage.setItem(STORED, choice)
  return shade
}

/**
 * Ant Design's theme, read from the tokens that stand in tokens.css: that file is the only place with colours.
 * Shape: call after `applyTheme`; `touch` makes controls thumb-sized (44 px).
 */
export function antTheme(shade: Shade, touch: boolean): ThemeConfig {
  const style = getComputedStyle(document.documentElement)
  const v = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const overlay = v('overlay-shadow')
  return {
    cssVar: { key: 'hy' },
    hashed: false,
    algorithm: shade === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: v('pine'),
      colorInfo: v('slate'),
      colorSuccess: v('leaf'),
      colorWarning: v('amber'),
      colorError: v('cinnabar'),
      colorInfoBg: v('slate-soft'),
      colorSuccessBg: v('leaf-soft'),
      colorWarningBg: v('amber-soft'),
      colorErrorBg: v('cinnabar-soft'),
      colorInfoBorder: 'transparent',
      colorSuccessBorder: 'transparent',
      colorWarningBorder: 'transparent',
      colorErrorBorder: 'transparent',
      colorLink: v('pine'),
      colorLinkHover: v('pine-ink'),
      colorLinkActive: v('pine-ink'),
      colorText: v('ink'),
      colorTextHeading: v('ink'),
      colorTextSecondary: v('ink-2'),
      colorTextTertiary: v('ink-3'),
      colorTextDescription: v('ink-3'),
      colorTextPlaceholder: v('ink-3'),
      colorTextLightSolid: v('on-pine'),
      colorBgBase: v('surface'),
      colorBgLayout: v('paper'),
      colorBgContainer: v('surface'),
      colorBgElevated: v('surface'),
      colorBgSpotlight: v('ink'),
      colorBgMask: 'rgb(20 19 17 / 38%)',
      colorBorder: v('line'),
      colorBorderSecondary: v('line'),
      colorSplit: v('line'),
      colorFillAlter: v('sunken'),
      colorFillSecondary: v('sunken'),
      colorFillTertiary: v('sunken'),
      controlItemBgHover: v('sunken'),
      controlItemBgActive: v('pine-soft'),
      controlItemBgActiveHover: v('pine-soft'),
      // The variable, not its value: the language may change after the theme was made.
      fontFamily: 'var(--font)',
      fontSize: touch ? 16 : 14,
      lineHeight: touch ? 26 / 16 : 22 / 14,
      borderRadius: 6,
      borderRadiusLG: 10,
      borderRadiusSM: 4,
      controlHeight: touch ? 44 : 34,
      controlHeightLG: 44,
      controlHeightSM: touch ? 36 : 26,
      controlOutline: 'transparent',
      boxShadow: overlay,
      boxShadowSecondary: overlay,
      boxShadowTertiary: 'none',
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationSlow: '0.16s',
      motionDurationMid: '0.16s',
      motionDurationFast: '0.1s',
      fontWeightStrong: 600,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Tooltip: { colorTextLightSolid: v('paper') },
      Segmented: {
        trackBg: v('sunken'),
        itemSelectedBg: v('surface'),
        boxShadowTertiary: `0 0 0 1px ${v('line')}`,
      },
      Table: { headerBg: v('paper'), headerColor: v('ink-2'), headerSplitColor: 'transparent' },
      Tabs: { itemColor: v('ink-3'), itemSelectedColor: v('ink'), titleFontSize: 13 },
      Modal: { titleFontSize: 16 },
      Form: { labelHeight: 22, verticalLabelPadding: '0 0 6px', itemMarginBottom: 20 },
    },
  }
}
