import { useTranslation } from 'react-i18next'
import type { Home } from '#contracts/tickets/home'
import { useMe } from '../../app/session.ts'
import { usePageTitle } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { LinesSkeleton } from '../../ui/states.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { SealNotice, useSealCount, useStanding } from '../incidents/index.ts'
import { useUrgentAlarms } from '../insights/index.ts'
import { MyTodos, useHome } from '../tickets/index.ts'
import { Doors } from './Doors.tsx'
import { Greeting } from './Greeting.tsx'
import styles from './HomePage.module.css'
import { mostUrgent } from './most-urgent.ts'
import { NextTickets } from './NextTickets.tsx'
import { MyNumbers, WatchNumbers } from './Numbers.tsx'
import { ShopLoad } from './ShopLoad.tsx'
import { UrgentLines } from './UrgentLines.tsx'
import { WeekChart } from './WeekChart.tsx'

/** 今天: what must I do now. Each role sees what its permissions give, and a sentence where that is nothing. */
export function HomePage() {
  const { t } = useTranslation('home')
  const home = useHome()
  usePageTitle(t('title'))
  return (
    <main className={styles.page} id="main">
      <div className={styles.body}>
        <QueryState query={home} skeleton={<LinesSkeleton lines={10} />}>
          {(data) => <Sections home={data} />}
        </QueryState>
      </div>
    </main>
  )
}

function Sections({ home }: { home: Home }) {
  const me = useMe()
  const works = me.can.includes('tickets.read')
  const figures = home.days.length > 0 || home.shops.length > 0
  const phone = useMedia(PHONE)
  const { rooms } = useStanding()
  const urgent = mostUrgent({ ...home, rooms, harms: useUrgentAlarms(), seals: useSealCount('real') })
  // Where somebody works with the hands, what colleagues asked for comes before tickets.
  const todosFirst = home.todos !== null && (phone || !me.can.includes('tickets.plan'))
  return (
    <>
      <Greeting home={home} urgent={urgent} works={works} figures={figures} />
      <UrgentLines said={urgent.key} />
      <SealNotice />
      {todosFirst ? <MyTodos /> : null}
      {works ? <MyNumbers mine={home.mine} /> : null}
      {works || figures || home.watch ? (
        <Columns
          home={home}
          works={works}
          figures={figures}
          todos={!todosFirst && Boolean(home.todos?.open)}
        />
      ) : null}
      {works ? null : <Doors figures={figures} />}
    </>
  )
}

type ColumnsProps = { home: Home; works: boolean; figures: boolean; todos: boolean }

function Columns({ home, works, figures, todos }: ColumnsProps) {
  return (
    <div className={styles.columns} data-one={works !== (figures || todos || home.watch !== null)}>
      {works ? <NextTickets rows={home.next} /> : null}
      <div className={styles.side}>
        {todos ? <MyTodos /> : null}
        {home.watch ? <WatchNumbers watch={home.watch} linked={works} /> : null}
        {home.days.length > 0 ? <WeekChart days={home.days} /> : null}
        {home.shops.length > 0 ? <ShopLoad shops={home.shops} linked={works} /> : null}
      </div>
    </div>
  )
}
