import { useTranslation } from 'react-i18next'
import type { Home } from '#contracts/tickets'
import { useMe } from '../../app/session.ts'
import { usePageTitle } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty, LinesSkeleton } from '../../ui/states.tsx'
import { useHome } from '../tickets/index.ts'
import { Greeting } from './Greeting.tsx'
import styles from './HomePage.module.css'
import { NextTickets } from './NextTickets.tsx'
import { MyNumbers, WatchNumbers } from './Numbers.tsx'
import { ShopLoad } from './ShopLoad.tsx'
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
  const { t } = useTranslation('home')
  const me = useMe()
  const works = me.can.includes('tickets.read')
  const figures = home.days.length > 0 || home.shops.length > 0
  return (
    <>
      <Greeting home={home} works={works} />
      {works ? <MyNumbers mine={home.mine} /> : null}
      <div className={styles.columns} data-one={!works || !(home.watch || figures)}>
        {works ? <NextTickets rows={home.next} /> : null}
        <div className={styles.side}>
          {home.watch ? <WatchNumbers watch={home.watch} linked={works} /> : null}
          {home.days.length > 0 ? <WeekChart days={home.days} /> : null}
          {home.shops.length > 0 ? <ShopLoad shops={home.shops} linked={works} /> : null}
        </div>
      </div>
      {!works && !figures && !home.watch ? <Empty title={t('nothing')} hint={t('nothingHint')} /> : null}
    </>
  )
}
