import { useTranslation } from 'react-i18next'
import type { Week } from '#contracts/people'
import { clockFace, type Day, runsOfDays } from './week.ts'

/** Hours as one would say them: 周一至周五 10:00–22:00，周末休息. */
export function HoursLine({ week }: { week: Week }) {
  return <>{useHoursWords()(week)}</>
}

export function useHoursWords(): (week: Week) => string {
  const { t } = useTranslation('people')
  const time = (value: string) => {
    const face = clockFace(value)
    return face.nextDay ? t('week.nextDayShort', { time: face.time }) : face.time
  }
  const spans = (day: Day) =>
    day.length === 0
      ? t('week.closed')
      : day.map(([from, to]) => `${time(from)}–${time(to)}`).join(t('common:list.and'))
  return (week) => {
    const runs = runsOfDays(week)
    if (week.every((day) => day.length === 0)) return t('week.never')
    if (runs.length === 1) return `${t('week.everyDay')} ${spans(runs[0]!.day)}`
    return runs
      .map(({ from, to, day }) => {
        const name =
          from === to ? t(`day.${from}`) : t('week.run', { from: t(`day.${from}`), to: t(`day.${to}`) })
        return `${name} ${spans(day)}`
      })
      .join(t('common:list.then'))
  }
}
