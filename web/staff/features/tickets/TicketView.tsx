import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket, TicketAction } from '#contracts/tickets'
import { useKeys } from '../../app/shortcuts.ts'
import { CloseIcon } from '../../ui/icons.tsx'
import { usePageTitle } from '../../ui/PageFrame.tsx'
import { Empty, Failed, LinesSkeleton } from '../../ui/states.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { TicketIncident } from '../incidents/index.ts'
import { Composer } from './composer/Composer.tsx'
import type { ComposerMode } from './composer/composer-mode.ts'
import { MergedBanner } from './links/MergedBanner.tsx'
import { TicketAside } from './TicketAside.tsx'
import { TicketHeader } from './TicketHeader.tsx'
import { TicketTabs } from './TicketTabs.tsx'
import styles from './TicketView.module.css'
import { Timeline } from './Timeline.tsx'
import { LateStrip } from './tasks/LateStrip.tsx'
import { useMarkRead, useTicket, useTicketStep } from './ticket-queries.ts'
import { DIRECT, type Dialog, opensDialog } from './ticket-steps.ts'
import { TAB_OF, type TicketTab } from './ticket-tabs.ts'

const TicketDialogs = lazy(() => import('./TicketDialogs.tsx'))
const WorkTab = lazy(() => import('./WorkTab.tsx'))
const READ_AFTER_MS = 900

/** One ticket, in the pane or on its own page. */
export function TicketView({
  id,
  own = false,
  tab,
}: {
  id: string
  own?: boolean
  tab?: TicketTab | undefined
}) {
  const ticket = useTicket(id)
  if (ticket.data) return <OpenTicket ticket={ticket.data} own={own} asked={tab} />
  return (
    <main className={styles.main} id="main">
      {ticket.error ? (
        <Missing error={ticket.error} retry={() => void ticket.refetch()} />
      ) : (
        <LinesSkeleton lines={9} />
      )}
    </main>
  )
}

function Missing({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useTranslation('tickets')
  if ((error as { status?: number }).status !== 404) return <Failed error={error} retry={retry} />
  return (
    <Empty
      title={t('ticket.missing')}
      hint={t('ticket.missingHint')}
      actions={<Link to="/inbox">{t('ticket.back')}</Link>}
    />
  )
}

type OpenProps = { ticket: Ticket; own: boolean; asked: TicketTab | undefined }

function OpenTicket({ ticket, own, asked }: OpenProps) {
  const { t } = useTranslation('tickets')
  const phone = useMedia(PHONE)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [mode, setMode] = useState<ComposerMode>('reply')
  const [writing, setWriting] = useState(false)
  const [info, setInfo] = useState(false)
  const [tab, setTab] = useState<TicketTab>(asked ?? 'talk')
  // A notice about the same ticket may lead to another tab of it.
  useEffect(() => {
    if (asked) setTab(asked)
  }, [asked])
  const fold = () => setInfo(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const step = useTicketStep(ticket.id)
  const problem = useProblem()
  const done = useDone()
  usePageTitle(own ? `${ticket.number} ${ticket.title}` : t('view.title'))
  useReadMark(ticket)

  const write = (next: ComposerMode) => {
    if (!ticket.can.includes(next)) return
    setMode(next)
    setTab('talk')
    setInfo(false)
    // The field may only appear with this change (folded on phones).
    setTimeout(() => field.current?.focus())
  }
  const act = (action: TicketAction) => {
    if (!ticket.can.includes(action)) return
    if (action === 'reply' || action === 'note' || action === 'propose') return write(action)
    const place = TAB_OF[action]
    if (place) return setTab(place)
    if (opensDialog(action)) return setDialog(action)
    const direct = DIRECT[action]
    if (direct) step.mutate(direct, { onError: problem, onSuccess: () => done(t(`did.${action}`)) })
  }
  const key = (action: TicketAction) => (event: KeyboardEvent) => {
    event.preventDefault()
    act(action)
  }
  useKeys({
    Escape: fold,
    r: key('reply'),
    n: key('note'),
    a: key('assign'),
    p: key('triage'),
    e: key('close'),
  })

  const aside = <TicketAside ticket={ticket} act={act} />
  return (
    <div className={styles.view}>
      <main className={styles.main} id="main">
        <TicketHeader
          ticket={ticket}
          own={own}
          busy={step.isPending}
          quiet={writing}
          act={act}
          info={info}
          toggleInfo={() => setInfo(!info)}
          showInfo={() => setTab('info')}
        />
        <TicketIncident
          ticketId={ticket.id}
          urgent={ticket.priority === 'P1' && ticket.status !== 'closed'}
        />
        <MergedBanner ticket={ticket} />
        <LateStrip ticket={ticket} />
        <TicketTabs ticket={ticket} tab={tab} choose={setTab} phone={phone} />
        {tab === 'info' && phone ? (
          <div className={styles.aside}>{aside}</div>
        ) : tab !== 'talk' && tab !== 'info' ? (
          <div
            className={styles.work}
            id="ticket-work"
            role="tabpanel"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
            aria-label={t(`tab.${tab}`)}
          >
            <Suspense fallback={<LinesSkeleton lines={6} />}>
              <WorkTab ticket={ticket} tab={tab} />
            </Suspense>
          </div>
        ) : (
          <>
            <Timeline ticket={ticket} write={write} />
            <Composer
              key={ticket.id}
              ticket={ticket}
              mode={mode}
              setMode={setMode}
              field={field}
              onWriting={setWriting}
            />
          </>
        )}
      </main>
      {phone ? null : (
        <aside className={styles.aside} data-open={info} aria-label={t('ticket.info')}>
          <button type="button" className={styles.fold} aria-label={t('ticket.fold')} onClick={fold}>
            <CloseIcon />
          </button>
          {aside}
        </aside>
      )}
      {dialog ? (
        <Suspense>
          <TicketDialogs ticket={ticket} dialog={dialog} close={() => setDialog(null)} />
        </Suspense>
      ) : null}
    </div>
  )
}

/** A ticket counts as read once somebody has looked at it for a moment; running past it with j does not count. */
function useReadMark({ id, unread }: Ticket): void {
  const { mutate } = useMarkRead()
  useEffect(() => {
    if (!unread) return
    const timer = setTimeout(() => mutate(id), READ_AFTER_MS)
    return () => clearTimeout(timer)
  }, [id, unread, mutate])
}
