import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventView, SignUpRow } from '#contracts/loyalty/events'
import { useCan } from '../../app/session.ts'
import { TimeText } from '../../app/TimeText.tsx'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { Empty, Failed, LinesSkeleton } from '../../ui/states.tsx'
import { textIn } from '../../ui/text-in.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { downloadSignUps, signUpsQuery, useCancelSignUp, useRevealSignUp } from './event-queries.ts'
import styles from './events.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'

type Props = { event: EventView | null; onClose: () => void }

/** The event's address and code, and who has signed up. */
export function SignUpsDrawer({ event, onClose }: Props) {
  const { i18n } = useTranslation('events')
  return (
    <Drawer
      open={event !== null}
      onClose={onClose}
      mask={{ closable: true }}
      title={event ? textIn(event.name, i18n.language as 'zh-CN') : ''}
      size={720}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {event ? <SignUps event={event} /> : null}
    </Drawer>
  )
}

function SignUps({ event }: { event: EventView }) {
  const { t } = useTranslation('events')
  return (
    <>
      {event.state === 'draft' ? (
        <p className={styles.note}>{t('draftHint')}</p>
      ) : (
        <div className={styles.share}>
          <img src={`/api/events/${event.id}/qr.svg`} alt={t('qr')} width={132} height={132} />
          <div>
            <CopyLine text={event.url} label={t('copyLink')} />
            <Button href={`/events/${event.id}/poster`} target="_blank">
              {t('poster')}
            </Button>
          </div>
        </div>
      )}
      <People event={event} />
    </>
  )
}

type Wanted = { what: 'reveal' | 'cancel'; row: SignUpRow } | { what: 'export' } | null

function People({ event }: { event: EventView }) {
  const { t } = useTranslation('events')
  const people = useInfiniteQuery(signUpsQuery(event.id))
  const mayReveal = useCan('loyalty.revealSignUps')
  const [wanted, setWanted] = useState<Wanted>(null)
  if (people.error) return <Failed error={people.error} retry={() => void people.refetch()} />
  if (!people.data) return <LinesSkeleton />
  const rows = people.data.pages.flatMap((page) => page.rows)
  return (
    <>
      <div className={styles.bar}>
        <p>
          {event.capacity === null
            ? t('taken', { count: event.taken })
            : t('takenOf', { count: event.taken, of: event.capacity })}
        </p>
        {mayReveal && event.taken > 0 ? (
          <Button onClick={() => setWanted({ what: 'export' })}>{t('export')}</Button>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <Empty title={t('nobody')} hint={t('nobodyHint')} />
      ) : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <PersonLine
              key={row.id}
              row={row}
              onReveal={mayReveal ? () => setWanted({ what: 'reveal', row }) : null}
              onCancel={event.mayManage ? () => setWanted({ what: 'cancel', row }) : null}
            />
          ))}
        </ul>
      )}
      {people.hasNextPage ? (
        <Button block onClick={() => void people.fetchNextPage()} loading={people.isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
      {wanted?.what === 'reveal' ? (
        <Reveal event={event} row={wanted.row} onClose={() => setWanted(null)} />
      ) : null}
      {wanted?.what === 'cancel' ? (
        <Cancel event={event} row={wanted.row} onClose={() => setWanted(null)} />
      ) : null}
      {wanted?.what === 'export' ? <Export event={event} onClose={() => setWanted(null)} /> : null}
    </>
  )
}

type PersonLineProps = { row: SignUpRow; onReveal: (() => void) | null; onCancel: (() => void) | null }

function PersonLine({ row, onReveal, onCancel }: PersonLineProps) {
  const { t } = useTranslation('events')
  const gone = row.state === 'withdrawn'
  return (
    <li className={styles.item} data-gone={gone || undefined}>
      <div>
        <strong>{gone ? t('withdrawn') : `${row.name} ${row.phone}`}</strong>
        <small>
          <TimeText at={row.withdrawnAt ?? row.at} />
          {[row.shop, t(`rewardState.${row.reward}`), row.news ? t('agreedNews') : '']
            .filter(Boolean)
            .map((part) => ` · ${part}`)
            .join('')}
        </small>
        {row.answers.map(({ ask, answer }) => (
          <small key={ask}>
            {ask} {answer}
          </small>
        ))}
        {row.ticketId ? (
          <Link to="/tickets/$id" params={{ id: row.ticketId }}>
            {t('voice')}
          </Link>
        ) : null}
      </div>
      {gone ? null : (
        <div className={styles.actions}>
          {onReveal ? <Button onClick={onReveal}>{t('reveal')}</Button> : null}
          {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
        </div>
      )}
    </li>
  )
}

type OneProps = { event: EventView; row: SignUpRow; onClose: () => void }

function Reveal({ event, row, onClose }: OneProps) {
  const { t } = useTranslation('events')
  const reveal = useRevealSignUp()
  const problem = useProblem()
  const shown = reveal.data
  return (
    <ReasonDialog
      title={t('reveal')}
      hint={t('revealHint')}
      ok={t('reveal')}
      busy={reveal.isPending}
      onOk={(reason) => reveal.mutate({ id: event.id, signUpId: row.id, reason }, { onError: problem })}
      onClose={onClose}
    >
      {shown ? (
        <p className={styles.revealed}>
          {shown.name} <a href={`tel:${shown.phone}`}>{shown.phone}</a>
        </p>
      ) : null}
    </ReasonDialog>
  )
}

function Cancel({ event, row, onClose }: OneProps) {
  const { t } = useTranslation('events')
  const cancel = useCancelSignUp()
  const problem = useProblem()
  const done = useDone()
  const send = (reason: string) =>
    cancel.mutateAsync({ id: event.id, signUpId: row.id, reason }).then(() => {
      done(t('cancelled'))
      onClose()
    }, problem)
  return (
    <ReasonDialog
      title={t('cancelTitle', { name: row.name })}
      hint={t('cancelHint')}
      ok={t('cancel')}
      busy={cancel.isPending}
      onOk={(reason) => void send(reason)}
      onClose={onClose}
    />
  )
}

function Export({ event, onClose }: { event: EventView; onClose: () => void }) {
  const { t, i18n } = useTranslation('events')
  const [busy, setBusy] = useState(false)
  const problem = useProblem()
  const send = (reason: string) => {
    setBusy(true)
    return downloadSignUps(event.id, reason, i18n.language)
      .then(onClose, problem)
      .finally(() => setBusy(false))
  }
  return (
    <ReasonDialog
      title={t('export')}
      hint={t('exportHint')}
      ok={t('export')}
      busy={busy}
      onOk={(reason) => void send(reason)}
      onClose={onClose}
    />
  )
}
