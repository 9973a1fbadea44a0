import { useTranslation } from 'react-i18next'
import type { Settlement } from '#contracts/orders/settlement'
import { useMoney } from '../../ui/use-money.ts'
import styles from './settlement.module.css'

type Props = {
  data: Settlement
  chosen: string | null
  /** Absent where single orders are not for this reader. */
  onChoose: ((day: string | null) => void) | undefined
}

/** A bar a day: what stayed, and above it what was given back. */
export function DayBars({ data, chosen, onChoose }: Props) {
  const { t } = useTranslation('settlement')
  const money = useMoney(data.currency)
  const known = new Map(data.days.map((day) => [day.day, day]))
  const most = Math.max(1, ...data.days.map((d) => Math.max(d.receivedMinor, d.refundedMinor)))
  const high = (minor: number) => `${(Math.max(0, minor) / most) * 100}%`
  return (
    <section className={styles.days} aria-label={t('byDay')}>
      <h2>{t('byDay')}</h2>
      <ol>
        {daysOf(data.month).map((day) => {
          const own = known.get(day)
          const words = own
            ? t('dayWords', {
                day,
                count: own.orders,
                received: money(own.receivedMinor),
                refunded: money(own.refundedMinor),
              })
            : t('dayNone', { day })
          const bar = (
            <>
              <i aria-hidden="true">
                <s style={{ height: high(own?.refundedMinor ?? 0) }} />
                <b style={{ height: high((own?.receivedMinor ?? 0) - (own?.refundedMinor ?? 0)) }} />
              </i>
              <span aria-hidden="true">{Number(day.slice(-2))}</span>
            </>
          )
          return (
            <li key={day}>
              {onChoose && own ? (
                <button
                  type="button"
                  title={words}
                  aria-label={words}
                  aria-pressed={chosen === day}
                  onClick={() => onChoose(chosen === day ? null : day)}
                >
                  {bar}
                </button>
              ) : (
                <div role="img" title={words} aria-label={words}>
                  {bar}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <p className={styles.legend}>
        <b />
        {t('kept')}
        <s />
        {t('refunded')}
        {onChoose ? <em>{t('choose')}</em> : null}
      </p>
    </section>
  )
}

/** Every day of `2026-11`. */
function daysOf(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: count }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`)
}
