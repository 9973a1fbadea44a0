import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { Revisit, TicketRevisits } from '#contracts/tickets/followup'
import { useCan, useZone } from '../../../app/session.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { instantIn } from '../../../ui/time.ts'
import { useProblem } from '../../../ui/use-problem.ts'
import { useAddRevisit, useRevisitDeed, useTicketRevisits } from './followup-queries.ts'
import styles from './RevisitPanel.module.css'
import { useRevisitWords } from './use-revisit-words.ts'

/** 回访 of one ticket: what is planned, what came of it, and whatever may be done about it now. */
export function RevisitPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('followup')
  const revisits = useTicketRevisits(ticket.id)
  return (
    <section className={styles.panel} aria-labelledby="revisits-title">
      <h2 id="revisits-title">{t('title')}</h2>
      <QueryState query={revisits}>
        {(data) => (
          <>
            {data.visits.length ? (
              <ol className={styles.visits}>
                {data.visits.map((visit) => (
                  <Visit key={visit.id} visit={visit} />
                ))}
              </ol>
            ) : (
              <p className={styles.quiet}>{t(ticket.status === 'closed' ? 'panel.none' : 'panel.later')}</p>
            )}
            {data.canAdd ? <Add ticketId={ticket.id} data={data} /> : null}
          </>
        )}
      </QueryState>
    </section>
  )
}

function Visit({ visit }: { visit: Revisit }) {
  const { t } = useTranslation('followup')
  const words = useRevisitWords()
  const mayOpen = useCan('tickets.revisit')
  return (
    <li data-state={visit.state} data-result={visit.result ?? ''}>
      <p>
        <b>{words.kindOf(visit)}</b>
        <span>{words.day(visit.doneAt ?? visit.plannedAt)}</span>
        <span className={styles.badge} data-late={visit.overdue} data-result={visit.result ?? ''}>
          {words.stateOf(visit)}
        </span>
        {visit.owner && visit.state === 'due' ? <small>{visit.owner.name}</small> : null}
        {visit.doneBy ? <small>{visit.doneBy}</small> : null}
      </p>
      {visit.stars || visit.words ? (
        <p className={styles.quiet}>
          {[visit.stars ? t('stars', { count: visit.stars }) : '', visit.words]
            .filter(Boolean)
            .join(t('common:list.then'))}
        </p>
      ) : null}
      <div className={styles.deeds}>
        {mayOpen && visit.can.includes('record') ? (
          <Link to="/revisits" search={{ open: visit.id }}>
            {t('do.record')}
          </Link>
        ) : null}
        <Deeds visit={visit} />
      </div>
    </li>
  )
}

function Deeds({ visit }: { visit: Revisit }) {
  const { t } = useTranslation('followup')
  const zone = useZone()
  const deed = useRevisitDeed(visit.id, visit.ticketId)
  const problem = useProblem()
  const [asking, setAsking] = useState<'' | 'move' | 'cancel'>('')
  const [value, setValue] = useState('')
  const close = () => {
    setAsking('')
    setValue('')
  }
  const run = (given: Parameters<typeof deed.mutate>[0]) =>
    deed.mutate(given, { onError: problem, onSuccess: close })
  if (asking)
    return (
      <form
        className={styles.inline}
        onSubmit={(event) => {
          event.preventDefault()
          run(
            asking === 'move'
              ? { deed: 'move', at: instantIn(zone, value) }
              : { deed: 'cancel', reason: value },
          )
        }}
      >
        {asking === 'move' ? (
          <input
            type="datetime-local"
            aria-label={t('panel.when')}
            value={value}
            required
            onChange={(event) => setValue(event.target.value)}
          />
        ) : (
          <Input
            autoFocus
            maxLength={200}
            value={value}
            aria-label={t('panel.why')}
            placeholder={t('panel.why')}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
        <Button
          type="primary"
          htmlType="submit"
          loading={deed.isPending}
          disabled={asking === 'move' ? !value : value.trim().length < 2}
        >
          {t(`do.${asking}`)}
        </Button>
        <Button onClick={close}>{t('common:action.cancel')}</Button>
      </form>
    )
  return (
    <>
      {visit.can.includes('advance') ? (
        <button type="button" disabled={deed.isPending} onClick={() => run({ deed: 'move' })}>
          {t('do.advance')}
        </button>
      ) : null}
      {visit.can.includes('move') ? (
        <button type="button" onClick={() => setAsking('move')}>
          {t('do.move')}
        </button>
      ) : null}
      {visit.can.includes('cancel') ? (
        <button type="button" onClick={() => setAsking('cancel')}>
          {t('do.cancel')}
        </button>
      ) : null}
    </>
  )
}

function Add({ ticketId, data }: { ticketId: string; data: TicketRevisits }) {
  const { t } = useTranslation('followup')
  const zone = useZone()
  const add = useAddRevisit(ticketId)
  const problem = useProblem()
  const [open, setOpen] = useState(false)
  const [means, setMeans] = useState<'phone' | 'written'>(data.phoneKnown ? 'phone' : 'written')
  const [at, setAt] = useState('')
  if (!open) return <Button onClick={() => setOpen(true)}>{t('do.add')}</Button>
  return (
    <form
      className={styles.inline}
      onSubmit={(event) => {
        event.preventDefault()
        const body = { means, at: instantIn(zone, at) }
        add.mutate(body, { onError: problem, onSuccess: () => setOpen(false) })
      }}
    >
      <select
        value={means}
        aria-label={t('panel.means')}
        onChange={(event) => setMeans(event.target.value as 'phone')}
      >
        <option value="phone" disabled={!data.phoneKnown}>
          {t('means.phone')}
        </option>
        <option value="written">{t('means.written')}</option>
      </select>
      <input
        type="datetime-local"
        aria-label={t('panel.when')}
        value={at}
        required
        onChange={(event) => setAt(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={add.isPending} disabled={!at}>
        {t('do.addThis')}
      </Button>
      <Button onClick={() => setOpen(false)}>{t('common:action.cancel')}</Button>
      {data.phoneKnown ? null : <p className={styles.quiet}>{t('panel.noPhone')}</p>}
    </form>
  )
}
