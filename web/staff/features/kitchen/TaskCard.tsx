import { useTranslation } from 'react-i18next'
import type { KitchenBoard, KitchenTap } from '#contracts/orders/kitchen'
import { useMe } from '../../app/session.ts'
import { useTicking } from '../../ui/ticking.ts'
import styles from './card.module.css'
import { clockText, hasteOf } from './countdown.ts'
import { serverNow } from './server-clock.ts'
import type { ShownTask } from './show-taps.ts'
import { TaskWarnings } from './TaskWarnings.tsx'
import type { Taps } from './use-taps.ts'

type Props = {
  task: ShownTask
  board: KitchenBoard
  showStation: boolean
  taps: Taps
  ask: (what: 'reason' | 'move') => void
}

/** One dish: what, how, for when, what must not be in it, and the next thing to do with it under the thumb. */
export function TaskCard({ task, board, showStation, taps, ask }: Props) {
  const { t } = useTranslation('orders-kitchen')
  const station = board.stations.find((s) => s.id === task.stationId)
  const over = task.state === 'done'
  const left = useTicking((now) => Math.floor((Date.parse(task.dueAt) - serverNow(now)) / 1000)) * 1000
  return (
    <article
      className={styles.card}
      data-haste={over ? 'calm' : hasteOf(left, task.slow)}
      data-state={task.state}
      aria-label={`${task.number} ${task.name}`}
    >
      <div className={styles.head}>
        <span className={styles.number}>{task.number}</span>
        {over ? null : (
          <span className={styles.left}>
            {left < 0 ? <small>{t('lateBy')}</small> : <small>{t('leftTime')}</small>}
            {clockText(left)}
          </span>
        )}
      </div>
      <h3 className={styles.dish}>
        {task.name}
        {task.quantity > 1 ? <b>×{task.quantity}</b> : null}
      </h3>
      {task.options ? <p className={styles.options}>{task.options}</p> : null}
      <TaskWarnings task={task} />
      <p className={styles.who}>
        {[
          showStation ? (station?.name ?? t('noStation')) : '',
          task.staffName || t('nobodyYet'),
          t(`kind.${task.orderKind}`),
        ]
          .filter(Boolean)
          .join(' · ')}
        {task.waits ? <span className={styles.waits}>{t('waits')}</span> : null}
      </p>
      <Deeds task={task} board={board} taps={taps} ask={ask} />
    </article>
  )
}

const NEXT = { waiting: 'start', making: 'done', checking: 'pass' } as const

function Deeds({ task, board, taps, ask }: Omit<Props, 'showStation'>) {
  const { t } = useTranslation('orders-kitchen')
  const { staffId } = useMe()
  const next =
    task.state === 'waiting' || task.state === 'making' || task.state === 'checking' ? NEXT[task.state] : null
  const barred = task.stopped && next !== 'done'
  const does = (kind: KitchenTap['kind']) => {
    const mine = board.stations.some((s) => s.people.some((p) => p.id === staffId))
    const who = mine ? staffId : task.staffId
    taps.tap(task, kind, kind === 'start' && who ? { staffId: who } : {})
  }
  return (
    <div className={styles.deeds}>
      {next ? (
        <button type="button" className={styles.next} disabled={barred} onClick={() => does(next)}>
          {t(barred ? 'deed.barred' : `deed.${next}`)}
        </button>
      ) : null}
      {task.state === 'checking' || task.state === 'done' ? (
        <button type="button" className={styles.other} onClick={() => ask('reason')}>
          {t('deed.back')}
        </button>
      ) : (
        <button type="button" className={styles.other} onClick={() => ask('move')}>
          {t('deed.move')}
        </button>
      )}
    </div>
  )
}
