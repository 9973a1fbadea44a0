import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardStop, DispatchBoard } from '#contracts/orders/delivery'
import { useLiveState } from '../../app/use-live.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { DispatchMap } from './DispatchMap.tsx'
import { useAssign, useBoard } from './delivery-queries.ts'
import styles from './dispatch.module.css'
import type { Give } from './give.ts'
import { RiderCard } from './RiderCard.tsx'
import { SettleDialog } from './SettleDialog.tsx'
import { StopLine } from './StopLine.tsx'

/** 配送调度: who is under way with what, what waits, what will be late; any stop may be given to somebody else. */
export function DispatchPage() {
  const { t } = useTranslation('orders-delivery')
  const [shopId, setShopId] = useState('')
  const board = useBoard(shopId)
  const offline = useLiveState() === 'lost' && board.data !== undefined
  return (
    <PageFrame
      title={t('board.title')}
      hint={t('board.hint')}
      width="full"
      actions={<ShopChoice board={board.data} shopId={shopId} choose={setShopId} />}
    >
      {offline ? (
        <p className={styles.offline} role="status">
          {t('board.offline')}
        </p>
      ) : null}
      <QueryState query={board}>{(data) => <Board board={data} />}</QueryState>
    </PageFrame>
  )
}

function ShopChoice({
  board,
  shopId,
  choose,
}: {
  board: DispatchBoard | undefined
  shopId: string
  choose: (id: string) => void
}) {
  const { t } = useTranslation('orders-delivery')
  const [known, setKnown] = useState<DispatchBoard['shops']>([])
  if (board && !shopId && board.shops !== known) setKnown(board.shops)
  if (known.length < 2) return null
  return (
    <Select
      aria-label={t('board.shopLabel')}
      value={shopId}
      onChange={choose}
      style={{ minWidth: 160 }}
      options={[{ value: '', label: t('board.shop') }, ...known.map((s) => ({ value: s.id, label: s.name }))]}
    />
  )
}

function Board({ board }: { board: DispatchBoard }) {
  const { t } = useTranslation('orders-delivery')
  const [settling, setSettling] = useState<BoardStop | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const give = useGive(board)
  const someLocated = board.riders.some((r) => r.located)
  const line = (stop: BoardStop) => (
    <StopLine
      key={stop.id}
      stop={stop}
      riders={board.riders}
      give={give}
      settle={setSettling}
      chosen={chosen === stop.id}
      choose={setChosen}
    />
  )
  return (
    <>
      <Report report={board.report} />
      <div className={styles.board}>
        <div className={styles.lists}>
          <section aria-labelledby="waiting">
            <h2 id="waiting">
              {t('board.waiting')} <span className={styles.count}>{board.waiting.length}</span>
            </h2>
            {board.waiting.length ? (
              <ul className={styles.stops}>{board.waiting.map(line)}</ul>
            ) : (
              <p className={styles.quiet}>{t('board.waitingEmpty')}</p>
            )}
          </section>
          <section aria-labelledby="riders">
            <h2 id="riders">
              {t('board.riders')} <span className={styles.count}>{board.riders.length}</span>
            </h2>
            {board.riders.length ? (
              board.riders.map((rider) => (
                <RiderCard key={rider.id} rider={rider} behind={someLocated && !rider.located} give={give}>
                  {rider.stops.map(line)}
                </RiderCard>
              ))
            ) : (
              <Empty title={t('board.noRiders')} hint={t('board.noRidersHint')} />
            )}
          </section>
        </div>
        <DispatchMap board={board} chosen={chosen} choose={setChosen} />
      </div>
      {settling ? <SettleDialog stop={settling} close={() => setSettling(null)} /> : null}
    </>
  )
}

function useGive(board: DispatchBoard): Give {
  const { t } = useTranslation('orders-delivery')
  const assign = useAssign()
  const problem = useProblem()
  const done = useDone()
  return (id, riderId) => {
    const all = [...board.waiting, ...board.riders.flatMap((r) => r.stops)]
    const stop = all.find((s) => s.id === id)
    const rider = board.riders.find((r) => r.id === riderId)
    if (!stop || !rider || rider.stops.some((s) => s.id === id)) return
    assign.mutate(
      { id, riderId },
      {
        onSuccess: () => done(t('board.given', { number: stop.number, rider: rider.name })),
        onError: problem,
      },
    )
  }
}

/** How honest the told arrivals are, measured. */
function Report({ report }: { report: DispatchBoard['report'] }) {
  const { t } = useTranslation('orders-delivery')
  const { stops, late, errorP50Min: p50, errorP90Min: p90 } = report
  return (
    <p className={styles.report}>
      {stops && p50 !== null && p90 !== null
        ? t('board.report', { stops, late, p50: Math.round(p50), p90: Math.round(p90) })
        : t('board.reportEmpty')}
    </p>
  )
}
