import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#contracts/orders/visits'
import { WarnIcon } from '../../ui/icons.tsx'
import styles from './board.module.css'

type Props = {
  visit: BoardVisit
  time: string
  style?: CSSProperties
  open: (orderId: string) => void
  who?: string
  /** The same clock as `time`. */
  clock: (at: string) => string
}

/** One appointment: who comes, what must be known first (a short one has room for little), and when for what. */
export function VisitBlock({ visit, time, style, open, who, clock }: Props) {
  const { t } = useTranslation('orders-visits')
  return (
    <button
      type="button"
      className={styles.visit}
      data-state={visit.state}
      style={style}
      onClick={() => open(visit.orderId)}
    >
      <span className={styles.line}>
        <b>{visit.customer || visit.number}</b>
        <i>{t(`state.${visit.state}`)}</i>
      </span>
      {visit.taboos.length ? (
        <em>
          <WarnIcon size={13} />
          {visit.taboos.join(' · ')}
        </em>
      ) : null}
      {visit.overMin !== null ? <em>{t('board.over', { count: visit.overMin })}</em> : null}
      {visit.waits ? (
        <em data-tone="amber">
          {t(`board.${visit.waits.atLeast ? 'waitsAtLeast' : 'waits'}.${visit.waits.for}`, {
            time: clock(visit.waits.until),
          })}
        </em>
      ) : null}
      {visit.incomplete ? <em data-tone="amber">{t('board.incomplete')}</em> : null}
      <span className={styles.small}>{[time, who, visit.room].filter(Boolean).join(' · ')}</span>
      <span className={styles.small}>{visit.summary}</span>
    </button>
  )
}
