import { getRouteApi } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitBoard } from '#contracts/orders/visits'
import { useLiveState } from '../../app/use-live.ts'
import { BackIcon, ChevronIcon, PlusIcon } from '../../ui/icons.tsx'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { BookDrawer, type Wanted } from './BookDrawer.tsx'
import styles from './board.module.css'
import { DayBoard } from './DayBoard.tsx'
import { DayList } from './DayList.tsx'
import { useDayWords } from './day-words.ts'
import { VisitDrawer } from './VisitDrawer.tsx'
import { useVisitBoard } from './visit-queries.ts'
import { Waiting } from './Waiting.tsx'

const route = getRouteApi('/signed-in/shell/appointments')
/** Where this device's reception is: the shop that was looked at last. */
const SHOP_KEY = 'huiyin.appointments.shop'

/** 预约: one day of one shop, per therapist; live. */
export function AppointmentsPage() {
  const { t } = useTranslation('orders-visits')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [last, setLast] = useState(() => localStorage.getItem(SHOP_KEY) ?? '')
  const board = useVisitBoard(search.shopId ?? last, search.on ?? '')
  // Out of this person's reach, or closed: then whichever shop comes first.
  const gone = !search.shopId && last !== '' && (board.error as { status?: number } | null)?.status === 404
  useEffect(() => {
    if (!gone) return
    localStorage.removeItem(SHOP_KEY)
    setLast('')
  }, [gone])
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [opened, setOpened] = useState('')
  const offline = useLiveState() === 'lost' && board.data !== undefined
  const go = (next: { shopId?: string; on?: string }) => {
    if (next.shopId) localStorage.setItem(SHOP_KEY, next.shopId)
    void navigate({ search: { ...search, ...next }, replace: true })
  }
  const { data } = board
  return (
    <PageFrame
      title={t('title')}
      hint={t('hint')}
      width="full"
      actions={data ? <Head board={data} go={go} book={() => setWanted({})} /> : null}
    >
      {offline ? (
        <p className={styles.offline} role="status">
          {t('offline')}
        </p>
      ) : null}
      <QueryState query={board}>
        {(day) => (
          <>
            <Day board={day} open={setOpened} book={setWanted} />
            <Waiting board={day} />
          </>
        )}
      </QueryState>
      {wanted && data?.shopId ? (
        <BookDrawer shopId={data.shopId} on={data.on} wanted={wanted} close={() => setWanted(null)} />
      ) : null}
      {opened ? (
        <VisitDrawer
          orderId={opened}
          visit={data?.visits.find((visit) => visit.orderId === opened)}
          close={() => setOpened('')}
        />
      ) : null}
    </PageFrame>
  )
}

type DayProps = { board: VisitBoard; open: (orderId: string) => void; book: (wanted: Wanted) => void }

function Day({ board, open, book }: DayProps) {
  const { t } = useTranslation('orders-visits')
  const phone = useMedia(PHONE)
  if (!board.shopId) return <Empty title={t('board.noShop')} hint={t('board.noShopHint')} />
  if (!board.therapists.length && !board.visits.length)
    return <Empty title={t('board.noTherapists')} hint={t('board.noTherapistsHint')} />
  if (phone)
    return board.visits.length ? (
      <DayList board={board} open={open} />
    ) : (
      <Empty title={t('board.empty')} hint={t('board.emptyHint')} />
    )
  return <DayBoard board={board} open={open} book={book} />
}

type HeadProps = {
  board: VisitBoard
  go: (next: { shopId?: string; on?: string }) => void
  book: () => void
}

function Head({ board, go, book }: HeadProps) {
  const { t } = useTranslation('orders-visits')
  const { moved, isToday } = useDayWords(board)
  return (
    <>
      {board.shops.length > 1 ? (
        <Select
          aria-label={t('shop')}
          value={board.shopId ?? undefined}
          onChange={(shopId) => go({ shopId })}
          showSearch={{ optionFilterProp: 'label' }}
          className={styles.shop}
          options={board.shops.map((shop) => ({ value: shop.id, label: shop.name }))}
        />
      ) : null}
      <span className={styles.days}>
        <Button
          aria-label={t('day.before')}
          icon={<BackIcon size={16} />}
          onClick={() => go({ on: moved(-1) })}
        />
        <input
          type="date"
          aria-label={t('day.choose')}
          value={board.on}
          onChange={(event) => event.target.value && go({ on: event.target.value })}
        />
        <Button
          aria-label={t('day.after')}
          icon={<ChevronIcon size={16} />}
          onClick={() => go({ on: moved(1) })}
        />
        {isToday ? null : <Button onClick={() => go({ on: '' })}>{t('day.today')}</Button>}
      </span>
      {board.can.includes('book') ? (
        <Button type="primary" icon={<PlusIcon size={16} />} onClick={book}>
          {t('book.new')}
        </Button>
      ) : null}
    </>
  )
}
