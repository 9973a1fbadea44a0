import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EventView } from '#contracts/loyalty/events'
import { useMe, useZone } from '../../app/session.ts'
import { usePageTitle } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { textIn } from '../../ui/text-in.ts'
import { formatInstant } from '../../ui/time.ts'
import styles from './event-poster.module.css'
import { eventQuery } from './event-queries.ts'
import { useRewardWords } from './use-reward-words.ts'

/** One A4 page for the stall: what, when, what for, and the code. */
export function EventPosterPage() {
  const { t } = useTranslation('events')
  usePageTitle(t('poster'))
  const { id } = useParams({ strict: false }) as { id: string }
  const event = useQuery(eventQuery(id))
  return (
    <main className={styles.page} id="main">
      <div className={styles.options}>
        <Button type="primary" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button href="/events">{t('backToEvents')}</Button>
      </div>
      <QueryState query={event}>{(found) => <Sheet event={found} />}</QueryState>
    </main>
  )
}

function Sheet({ event }: { event: EventView }) {
  const { t, i18n } = useTranslation(['events', 'common'])
  const { brand } = useMe()
  const zone = useZone()
  const reward = useRewardWords()
  const say = (text: EventView['name']) => textIn(text, i18n.language as 'zh-CN')
  const time = (at: string) => formatInstant(at, 'full', i18n.language, zone)
  return (
    <article className={styles.sheet}>
      <p className={styles.brand}>{brand.name}</p>
      <h1>{say(event.name)}</h1>
      {event.description ? <p className={styles.description}>{say(event.description)}</p> : null}
      {event.reward ? (
        <p className={styles.reward}>{t('posterReward', { reward: reward.one(event) })}</p>
      ) : null}
      <img src={`/api/events/${event.id}/qr.svg`} alt={t('qr')} />
      <p className={styles.scan}>{t('posterScan')}</p>
      <footer>
        <p>{t('period', { from: time(event.startsAt), to: time(event.endsAt) })}</p>
        <p>{event.shops.map((shop) => shop.name).join(t('common:list.and'))}</p>
      </footer>
    </article>
  )
}
