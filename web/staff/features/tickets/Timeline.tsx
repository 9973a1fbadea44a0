import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, Ticket } from '#contracts/tickets'
import { Failed, LinesSkeleton } from '../../ui/states.tsx'
import type { ComposerMode } from './composer/composer-mode.ts'
import { HeldMessages } from './composer/HeldMessages.tsx'
import { Fact } from './Fact.tsx'
import { saysMore } from './fact-words.ts'
import { type Detached, DetachMessage, detachedOf } from './links/DetachMessage.tsx'
import { Message } from './Message.tsx'
import { Said } from './Said.tsx'
import styles from './Timeline.module.css'
import { useEntries } from './ticket-queries.ts'

/** What the customer said first, then everything that happened, oldest first. */
export function Timeline({ ticket, write }: { ticket: Ticket; write: (mode: ComposerMode) => void }) {
  const { t } = useTranslation('tickets')
  const entries = useEntries(ticket.id)
  const box = useRef<HTMLDivElement>(null)
  const list = entries.data ?? []
  const first = list.find(
    (entry) => !entry.from && entry.kind === 'message_in' && entry.text === ticket.content,
  )
  const rest = list.filter(
    (entry, index) => entry !== first && saysMore(entry, list[index - 1], list[index + 1]),
  )
  const detached = detachedOf(list)
  const newest = list.at(-1)?.id
  // Read for the first time: the customer's words stay in sight. Later: the latest does.
  const fresh = ticket.unread && !rest.some((entry) => entry.kind === 'message_in')
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves only when something new was added at the end
  useEffect(() => {
    if (fresh) return
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [newest])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className={styles.line} ref={box} tabIndex={0} role="log" aria-label={t('ticket.talk')}>
      <Said ticket={ticket} entry={first} />
      {entries.hasNextPage ? (
        <Button
          size="small"
          className={styles.earlier ?? ''}
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {t('timeline.earlier')}
        </Button>
      ) : null}
      {entries.isPending ? <LinesSkeleton lines={4} /> : null}
      {entries.error ? <Failed error={entries.error} retry={() => void entries.refetch()} /> : null}
      {rest.map((entry) => (
        <Line key={entry.id} entry={entry} ticket={ticket} detached={detached} />
      ))}
      <HeldMessages ticketId={ticket.id} write={write} />
    </div>
  )
}

function Line({ entry, ticket, detached }: { entry: Entry; ticket: Ticket; detached: Detached }) {
  if (entry.kind === 'fact') return <Fact entry={entry} />
  const more = <DetachMessage ticket={ticket} entry={entry} detached={detached} />
  return <Message entry={entry} channel={ticket.channel} channelName={ticket.channelName} more={more} />
}
