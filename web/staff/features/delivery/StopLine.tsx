import { Button, Dropdown } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BoardRider, BoardStop } from '#contracts/orders/delivery'
import { MoreIcon } from '../../ui/icons.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { clock } from './clock.ts'
import { useRelease } from './delivery-queries.ts'
import styles from './dispatch.module.css'
import type { Give } from './give.ts'

type Props = {
  stop: BoardStop
  riders: readonly BoardRider[]
  give: Give
  settle: (stop: BoardStop) => void
  chosen: boolean
  choose: (id: string | null) => void
}

/** One way to a door: what it is, when it was promised, when it will be there, and who else may bring it. */
export function StopLine({ stop, riders, give, settle, chosen, choose }: Props) {
  const { t, i18n } = useTranslation('orders-delivery')
  const movable = stop.state === 'waiting' || stop.state === 'assigned' || stop.state === 'failed'
  return (
    <li
      className={styles.stop}
      data-late={stop.lateMin > 0 || undefined}
      data-chosen={chosen || undefined}
      draggable={movable}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', stop.id)}
      onMouseEnter={() => choose(stop.id)}
      onMouseLeave={() => choose(null)}
    >
      <div className={styles.what}>
        <strong>{stop.number}</strong>
        <span>{stop.area}</span>
        <span className={styles.quiet}>{stop.summary}</span>
      </div>
      <div className={styles.times}>
        <StateWord stop={stop} />
        {stop.fixed ? <span className={styles.chip}>{t('board.fixed')}</span> : null}
        {stop.trouble ? <span className={styles.held}>{t(`trouble.kind.${stop.trouble.kind}`)}</span> : null}
        {stop.promisedAt ? (
          <span>{t('board.promised', { time: clock(stop.promisedAt, i18n.language) })}</span>
        ) : null}
        {stop.etaAt ? <span>{t('board.eta', { time: clock(stop.etaAt, i18n.language) })}</span> : null}
        {stop.lateMin ? (
          <strong className={styles.late}>{t('board.late', { count: stop.lateMin })}</strong>
        ) : null}
      </div>
      <StopMenu stop={stop} riders={riders} give={give} settle={settle} movable={movable} />
    </li>
  )
}

function StateWord({ stop }: { stop: BoardStop }) {
  const { t } = useTranslation('orders-delivery')
  if (stop.state === 'failed') return <span className={styles.held}>{t('board.failed')}</span>
  if (stop.state === 'picked_up') return <span className={styles.chip}>{t('board.carried')}</span>
  return <span className={styles.chip}>{t(stop.ready ? 'board.ready' : 'board.cooking')}</span>
}

function StopMenu({
  stop,
  riders,
  give,
  settle,
  movable,
}: Omit<Props, 'chosen' | 'choose'> & { movable: boolean }) {
  const { t } = useTranslation('orders-delivery')
  const release = useRelease()
  const problem = useProblem()
  const done = useDone()
  const others = riders.filter((r) => !r.stops.some((s) => s.id === stop.id))
  const items = [
    ...(movable ? others.map((r) => ({ key: r.id, label: giveWords(t, r) })) : []),
    ...(stop.fixed && movable ? [{ key: 'auto', label: t('board.auto') }] : []),
    ...(stop.state === 'picked_up' ? [{ key: 'settle', label: t('board.settle') }] : []),
    ...(stop.state === 'failed' ? [{ key: 'settle', label: t('board.again') }] : []),
  ]
  if (!items.length) return null
  const pick = (key: string) => {
    if (key === 'settle') return settle(stop)
    if (key !== 'auto') return give(stop.id, key)
    release.mutate(
      { id: stop.id },
      { onSuccess: () => done(t('board.released', { number: stop.number })), onError: problem },
    )
  }
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => pick(key) }}>
      <Button type="text" icon={<MoreIcon />} aria-label={t('board.assignLabel', { number: stop.number })} />
    </Dropdown>
  )
}

function giveWords(t: TFunction<'orders-delivery'>, { name, located }: BoardRider): string {
  return located ? `${t('board.assign')} · ${name}` : t('board.assignUnlocated', { rider: name })
}
