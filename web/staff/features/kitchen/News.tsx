import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KitchenBoard, KitchenStop, SlowOrder } from '#contracts/orders/kitchen'
import { ClockIcon, InfoIcon, WarnIcon } from '../../ui/icons.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { useProblem } from '../../ui/use-problem.ts'
import { timeText } from './KitchenBar.tsx'
import styles from './kitchen.module.css'
import { usePromise } from './kitchen-queries.ts'
import type { Taps } from './use-taps.ts'

/** Taken off sale by quality: what it is, why, and what to do with what is open. */
export function StopNews({ stops }: { stops: readonly KitchenStop[] }) {
  const { t } = useTranslation('orders-kitchen')
  return stops.map((stop) => (
    <section
      key={stop.id}
      role="alert"
      className={styles.stop}
      aria-label={t('stop.title', { what: stop.what })}
    >
      <WarnIcon size={40} />
      <div>
        <h2>{t('stop.title', { what: stop.what })}</h2>
        <p>{t('stop.reason', { reason: stop.reason })}</p>
        <p>{t('stop.todo')}</p>
        {stop.tasks.length ? (
          <ul>
            {stop.tasks.map((task) => (
              <li key={task.id}>
                {task.number} {task.name}：{t(`stop.${task.state}`)}
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('stop.none')}</p>
        )}
      </div>
    </section>
  ))
}

/** Taps that came to nothing, until somebody has read why. */
export function Conflicts({ taps }: { taps: Taps }) {
  const { t } = useTranslation('orders-kitchen')
  if (!taps.conflicts.length) return null
  return (
    <section role="alert" className={styles.conflicts}>
      <InfoIcon size={28} />
      <ul>
        {taps.conflicts.map((c) => (
          <li key={c.key}>
            <b>{c.number}</b> {c.item} {t(`conflict.${c.outcome}`, { who: c.byName || t('somebody') })}
          </li>
        ))}
      </ul>
      <button type="button" onClick={taps.read}>
        {t('read')}
      </button>
    </section>
  )
}

/** Orders that will not be ready in time, the first of them in full so that the dishes stay in sight; who may, gives the customer the new time with one touch. */
export function SlowNews({ board }: { board: KitchenBoard }) {
  const { t } = useTranslation('orders-kitchen')
  const few = useMedia(PHONE) ? 1 : 2
  const [all, setAll] = useState(false)
  if (!board.slow.length) return null
  const more = board.slow.length - few
  return (
    <section role="status" className={styles.slowNews} aria-label={t('slow.title')}>
      {board.slow.slice(0, all ? undefined : few).map((slow) => (
        <SlowLine key={slow.orderId} slow={slow} board={board} />
      ))}
      {more > 0 ? (
        <button type="button" className={styles.slowMore} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('slow.fewer') : t('slow.more', { count: more })}
        </button>
      ) : null}
    </section>
  )
}

function SlowLine({ slow, board }: { slow: SlowOrder; board: KitchenBoard }) {
  const { t, i18n } = useTranslation('orders-kitchen')
  const promise = usePromise(board.shopId)
  const problem = useProblem()
  const { proposedAt } = slow
  const time = (at: string) => timeText(at, i18n.language)
  return (
    <div className={styles.slowLine}>
      <ClockIcon size={28} />
      <p>
        <b>{slow.number}</b>{' '}
        {t('slow.item', { item: slow.item, station: slow.station, promised: time(slow.promisedAt) })}
      </p>
      {proposedAt && board.mayPromise ? (
        <button
          type="button"
          disabled={promise.isPending}
          onClick={() => promise.mutate({ ...slow, proposedAt }, { onError: problem })}
        >
          {t('slow.tell', { time: time(proposedAt) })}
        </button>
      ) : (
        <span>{t(proposedAt ? 'slow.told' : 'slow.tight')}</span>
      )}
    </div>
  )
}
