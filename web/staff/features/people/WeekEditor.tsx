import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Week } from '#contracts/people'
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx'
import {
  allDaysLike,
  clockFace,
  type Day,
  dayFault,
  halfHours,
  minuteOf,
  nextSpan,
  type Span,
  withDay,
} from '../../ui/week.ts'
import styles from './week.module.css'

/** A form with a faulty day is not sent; the editor itself says at that day what is wrong. */
export const weekRule = {
  validator: (_: unknown, week?: Week) =>
    week?.some((day) => dayFault(day as Day)) ? Promise.reject(new Error()) : Promise.resolve(),
  message: '',
}

type Props = { value?: Week; onChange?: (week: Week) => void }

/** Hours for Monday to Sunday: several spans a day, past midnight, and one day copied to all. */
export function WeekEditor({ value, onChange }: Props) {
  const { t } = useTranslation('people')
  const week = value
  if (!week) return null
  return (
    <div className={styles.week}>
      {week.map((day, i) => (
        <DayLine
          // biome-ignore lint/suspicious/noArrayIndexKey: seven fixed days
          key={i}
          name={t(`day.${i}`)}
          day={day as Day}
          onChange={(changed) => onChange?.(withDay(week, i, changed))}
          onCopy={() => onChange?.(allDaysLike(week, i))}
        />
      ))}
    </div>
  )
}

type DayProps = { name: string; day: Day; onChange: (day: Day) => void; onCopy: () => void }

function DayLine({ name, day, onChange, onCopy }: DayProps) {
  const { t } = useTranslation('people')
  const fault = dayFault(day)
  const replace = (i: number, span: Span | null) =>
    onChange(day.flatMap((old, j) => (j === i ? (span ? [span] : []) : [old])))
  return (
    <div className={styles.day}>
      <span className={styles.name}>{name}</span>
      <div className={styles.spans}>
        {day.length === 0 ? <span className={styles.off}>{t('week.closed')}</span> : null}
        {day.map((span, i) => (
          <SpanLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a span has no identity but its place
            key={i}
            day={name}
            span={span}
            onChange={(changed) => replace(i, changed)}
          />
        ))}
        {fault ? <p role="alert">{t(`week.${fault}`)}</p> : null}
      </div>
      <div className={styles.tools}>
        {day.length < 4 ? (
          <Button
            type="text"
            size="small"
            icon={<PlusIcon size={14} />}
            onClick={() => onChange([...day, nextSpan(day)])}
          >
            {t(day.length === 0 ? 'week.addOpen' : 'week.add')}
          </Button>
        ) : null}
        <Button type="text" size="small" onClick={onCopy} aria-label={t('week.copyLabel', { day: name })}>
          {t('week.copy')}
        </Button>
      </div>
    </div>
  )
}

function SpanLine({
  day,
  span,
  onChange,
}: {
  day: string
  span: Span
  onChange: (span: Span | null) => void
}) {
  const { t } = useTranslation('people')
  const [from, to] = span
  return (
    <div className={styles.span}>
      <TimeSelect
        label={t('week.from', { day })}
        value={from}
        times={halfHours(0, 24 * 60)}
        onChange={(v) => onChange([v, to])}
      />
      <span>{t('week.until')}</span>
      <TimeSelect
        label={t('week.to', { day })}
        value={to}
        times={halfHours(minuteOf(from) + 30)}
        onChange={(v) => onChange([from, v])}
      />
      <Button
        type="text"
        size="small"
        icon={<CloseIcon size={14} />}
        aria-label={t('week.remove')}
        onClick={() => onChange(null)}
      />
    </div>
  )
}

type TimeProps = { label: string; value: string; times: string[]; onChange: (time: string) => void }

function TimeSelect({ label, value, times, onChange }: TimeProps) {
  const { t } = useTranslation('people')
  const choices = times.includes(value) ? times : [value, ...times].toSorted()
  const words = (time: string) => {
    const face = clockFace(time)
    return face.nextDay ? t('week.nextDay', { time: face.time }) : face.time
  }
  return (
    <Select
      aria-label={label}
      className={styles.time}
      showSearch
      value={value}
      options={choices.map((time) => ({ value: time, label: words(time) }))}
      onChange={onChange}
    />
  )
}
