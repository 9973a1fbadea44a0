import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room, TimelineEntry } from '#contracts/incidents'
import { useZone } from '../../../app/session.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { dayIn, formatInstant } from '../../../ui/time.ts'
import { useTimeline } from '../incident-queries.ts'
import { EntryForm } from './EntryForm.tsx'
import { groupCalls } from './group-calls.ts'
import { CallLine, TimelineLine } from './TimelineLine.tsx'
import styles from './timeline.module.css'

/** What has happened, newest first, under the field in which the next thing is written. */
export function TimelinePart({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const timeline = useTimeline(room.id)
  return (
    <div className={styles.part}>
      {room.summary ? <p className={styles.summary}>{room.summary}</p> : null}
      {room.can.includes('work') ? <EntryForm room={room} /> : null}
      <QueryState query={timeline}>
        {({ pages }) => <Days entries={pages.flatMap((page) => page.entries)} tickets={room.linked} />}
      </QueryState>
      {timeline.hasNextPage ? (
        <Button
          className={styles.more ?? ''}
          loading={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {t('timeline.more')}
        </Button>
      ) : null}
    </div>
  )
}

function Days({ entries, tickets }: { entries: TimelineEntry[]; tickets: Room['linked'] }) {
  const { t, i18n } = useTranslation('incidents')
  const zone = useZone()
  const days = Map.groupBy(entries, ({ at }) => dayIn(zone, at))
  if (entries.length === 0) return <p className={styles.none}>{t('timeline.none')}</p>
  return [...days].map(([day, list]) => (
    <section key={day} className={styles.day}>
      <h2>{formatInstant(list[0]!.at, 'day', i18n.language, zone)}</h2>
      <ol>
        {groupCalls(list).map((line) =>
          'calls' in line ? (
            <CallLine key={line.calls[0]!.id} calls={line.calls} />
          ) : 'chases' in line ? (
            <TimelineLine key={line.chases[0]!.id} entry={line.chases[0]!} times={line.chases.length} />
          ) : (
            <TimelineLine
              key={line.id}
              entry={line}
              from={tickets.find(({ id }) => id === line.ticketId)?.customerName}
            />
          ),
        )}
      </ol>
    </section>
  ))
}
