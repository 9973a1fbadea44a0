import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { TimeText } from '../../app/TimeText.tsx'
import { TicketSearch } from '../../app/ticket-search.ts'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { SealLines, useSealCount } from '../incidents/index.ts'
import styles from './NoticeList.module.css'
import { useNotices, useSeeNotices } from './notice-queries.ts'

const SEEN_AFTER_MS = 1500
const LOUD = ['alarm', 'breached', 'escalated', 'rejected', 'task_late', 'revisit_bad']

/** What my shop has to seal, then what happened to my tickets, newest first; looking at the list for a moment marks it as seen. */
export function NoticeList({ onOpen }: { onOpen?: () => void }) {
  const { t } = useTranslation('tickets')
  const notices = useNotices()
  const { mutate } = useSeeNotices()
  // Finance is given tasks, but never reads a ticket.
  const reads = useCan('tickets.read')
  const unseen = notices.data?.unseen ?? 0
  useEffect(() => {
    if (unseen === 0) return
    const timer = setTimeout(() => mutate(), SEEN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [unseen, mutate])
  const seals = useSealCount('all')
  return (
    <QueryState query={notices}>
      {({ notices: list }) => (
        <>
          <SealLines {...(onOpen ? { onOpen } : {})} />
          {list.length === 0 && !seals ? (
            <Empty title={t('notice.none')} hint={t('notice.noneHint')} />
          ) : null}
          <ul className={styles.list}>
            {list.map((notice) => (
              <li key={notice.id}>
                <Link
                  {...(reads
                    ? {
                        to: '/tickets/$id',
                        params: { id: notice.ticketId },
                        search: TicketSearch({ tab: notice.tab }),
                      }
                    : { to: '/todos' })}
                  data-seen={notice.seen}
                  {...(onOpen ? { onClick: onOpen } : {})}
                >
                  <b data-loud={LOUD.includes(notice.kind)}>{t(`notice.${notice.kind}`)}</b>
                  <TimeText at={notice.at} />
                  <span>
                    {notice.title} · {notice.number}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryState>
  )
}
