import type { ThemeConfig } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { antTheme, applyTheme, storedTheme, type ThemeChoice } from '../ui/theme.ts'
import { PHONE, useMedia } from '../ui/use-media.ts'

/**
 * Follows the person's choice (event `huiyin:theme`) and, on auto, the machine's.
 * Shape: where less motion is wished for, Ant Design is told so: an animation cut short by a style sheet leaves its menus off the screen.
 */
export function useAntTheme(): ThemeConfig {
  const [choice, setChoice] = useState<ThemeChoice>(storedTheme)
  const machineDark = useMedia('(prefers-color-scheme: dark)')
  const touch = useMedia(PHONE)
  const still = useMedia('(prefers-reduced-motion: reduce)')
  useEffect(() => {
    const chosen = (event: Event) => setChoice((event as CustomEvent<ThemeChoice>).detail)
    window.addEventListener('huiyin:theme', chosen)
    return () => window.removeEventListener('huiyin:theme', chosen)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the machine's shade is read inside applyTheme
  return useMemo(() => {
    const theme = antTheme(applyTheme(choice), touch)
    return still ? { ...theme, token: { ...theme.token, motion: false } } : theme
  }, [choice, machineDark, touch, still])
}
