import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InboxSearch } from '../../app/inbox-search.ts'
import { useKeys } from '../../app/shortcuts.ts'
import { usePageTitle } from '../../ui/PageFrame.tsx'
import { Empty } from '../../ui/states.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { InboxList } from './InboxList.tsx'
import styles from './InboxPage.module.css'
import { TicketView } from './TicketView.tsx'
import { useInbox } from './ticket-queries.ts'

/** 收件箱: the list, and beside it on a desk the open ticket. View, filters and the open ticket stand in the address. */
export function InboxPage() {
  const { t } = useTranslation('tickets')
  const search = useSearch({ from: '/signed-in/shell/inbox' })
  const navigate = useNavigate({ from: '/inbox' })
  const phone = useMedia(PHONE)
  const inbox = useInbox(search)
  const rows = inbox.data?.pages.flatMap((page) => page.rows) ?? []
  const at = rows.findIndex((row) => row.id === search.ticket)
  usePageTitle(t(`view.${search.view ?? 'mine'}`))

  const step = (by: 1 | -1) => () => {
    const next = rows[at < 0 ? 0 : at + by]
    if (next) void navigate({ search: (now: InboxSearch) => ({ ...now, ticket: next.id }), replace: true })
    if (by === 1 && at > rows.length - 5 && inbox.hasNextPage && !inbox.isFetchingNextPage)
      void inbox.fetchNextPage()
  }
  const open = () => {
    if (search.ticket) void navigate({ to: '/tickets/$id', params: { id: search.ticket } })
  }
  useKeys({ j: step(1), k: step(-1), ArrowDown: step(1), ArrowUp: step(-1), Enter: open })

  const list = <InboxList inbox={inbox} rows={rows} search={search} pane={!phone} />
  if (phone) {
    return (
      <main id="main" className={styles.inbox}>
        {list}
      </main>
    )
  }
  return (
    <div className={styles.inbox}>
      {list}
      {search.ticket ? (
        <TicketView key={search.ticket} id={search.ticket} />
      ) : (
        <main id="main" className={styles.none}>
          <Empty title={t('inbox.none')} hint={t('inbox.noneHint')} />
        </main>
      )}
    </div>
  )
}
