import type { TFunction } from 'i18next'
import type { Clock } from '#contracts/tickets'
import { spanText } from '../../ui/time.ts'
import { clockLook } from './clock-look.ts'

/** 首响剩 7 分 · 方案超 2 小时 · 等顾客回复; `long` leaves the metric's name to the line it stands in. */
export function clockWords(
  t: TFunction<'tickets'>,
  clock: Clock,
  now: number,
  size: 'short' | 'long',
): string {
  const look = clockLook(clock, now)
  const span = look.span > 0 ? spanText(t as unknown as TFunction, look.span) : ''
  const atOnce = look.says === 'met' && look.span < 1000
  const words = t(atOnce ? 'clock.atOnce' : `clock.${look.says}`, { span })
  if (size === 'long' || look.says === 'paused' || look.says === 'off') return words
  return `${t(`clock.short.${clock.metric}`)}${t('clock.join')}${words}`
}
