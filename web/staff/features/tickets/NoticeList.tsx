import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../../app/TimeText.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import styles from './NoticeList.module.css'
import { useNotices, useSeeNotices } from './notice-queries.ts'

const SEEN_AFTER_MS = 1500
const LOUD = ['alarm', 'breached', 'escalated', 'rejected']

/** What happened to my tickets, newest first; looking at the list for a moment marks it as seen. */
export function NoticeList({ onOpen }: { onOpen?: () => void }) {
  const { t } = useTranslation('tickets')
  const notices = useNotices()
  const { mutate } = useSeeNotices()
  const unseen = notices.data?.unseen ?? 0
  useEffect(() => {
    if (unseen === 0) return
    const timer = setTimeout(() => mutate(), SEEN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [unseen, mutate])
  return (
    <QueryState query={notices}>
      {({ notices: list }) =>
        list.length === 0 ? (
          <Empty title={t('notice.none')} hint={t('notice.noneHint')} />
        ) : (
          <ul className={styles.list}>
            {list.map((notice) => (
              <li key={notice.id}>
                <Link
                  to="/tickets/$id"
                  params={{ id: notice.ticketId }}
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
        )
      }
    </QueryState>
  )
}
