import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InboxSearch } from '../../app/inbox-search.ts'
import { useCan } from '../../app/session.ts'
import { useKeys } from '../../app/shortcuts.ts'
import { usePageTitle } from '../../ui/PageFrame.tsx'
import { Empty } from '../../ui/states.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { InboxList } from './InboxList.tsx'
import styles from './InboxPage.module.css'
import { useTableChoice } from './inbox/table-choice.ts'
import { useInboxPlace } from './inbox/use-inbox-place.ts'
import { useSelection } from './inbox/use-selection.ts'
import { WorkTray } from './inbox/WorkTray.tsx'
import { TicketView } from './TicketView.tsx'
import { useInbox } from './ticket-queries.ts'

/** 收件箱: the list, and beside it on a desk the open ticket, or the list alone as a table. View, conditions and the open ticket stand in the address. */
export function InboxPage() {
  const { t } = useTranslation(['tickets', 'inbox', 'export'])
  const search = useSearch({ from: '/signed-in/shell/inbox' })
  const navigate = useNavigate({ from: '/inbox' })
  const phone = useMedia(PHONE)
  const [{ layout }] = useTableChoice()
  const wide = layout === 'table' && !phone
  const place = useInboxPlace(search)
  const asked = search.q ? place.plain : search
  const inbox = useInbox(asked)
  const rows = inbox.data?.pages.flatMap((page) => page.rows) ?? []
  const shown = rows.map((row) => row.id)
  const { ticket, ...list } = search
  const selection = useSelection(JSON.stringify(list), shown)
  const picks = useCan('tickets.bulk')
  const at = shown.indexOf(ticket ?? '')
  usePageTitle(place.saved?.name ?? t(`view.${place.view}`))

  const step = (by: 1 | -1) => () => {
    const next = rows[at < 0 ? 0 : at + by]
    if (next) void navigate({ search: (now: InboxSearch) => ({ ...now, ticket: next.id }), replace: true })
    if (by === 1 && at > rows.length - 5 && inbox.hasNextPage && !inbox.isFetchingNextPage)
      void inbox.fetchNextPage()
  }
  const open = () => {
    if (ticket) void navigate({ to: '/tickets/$id', params: { id: ticket } })
  }
  const pick = () => {
    if (picks && ticket) selection.toggle(ticket)
  }
  useKeys({ j: step(1), k: step(-1), ArrowDown: step(1), ArrowUp: step(-1), Enter: open, x: pick })

  const pane = (
    <InboxList
      inbox={inbox}
      rows={rows}
      search={asked}
      place={place}
      selection={selection}
      layout={phone ? 'phone' : wide ? 'table' : 'pane'}
    />
  )
  if (phone || wide) {
    return (
      <main id="main" className={styles.inbox} data-wide={wide}>
        {pane}
        <WorkTray />
      </main>
    )
  }
  return (
    <div className={styles.inbox}>
      {pane}
      {ticket ? (
        <TicketView key={ticket} id={ticket} />
      ) : (
        <main id="main" className={styles.none}>
          <Empty title={t('inbox.none')} hint={t('inbox.noneHint')} />
        </main>
      )}
      <WorkTray />
    </div>
  )
}
