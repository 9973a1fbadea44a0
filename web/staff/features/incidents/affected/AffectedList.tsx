import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { AffectedRow, AffectedState, AffectedSummary } from '#contracts/incidents/affected'
import { useCan } from '../../../app/session.ts'
import { TimeText } from '../../../app/TimeText.tsx'
import { LongList } from '../../../ui/LongList.tsx'
import { Pill } from '../../../ui/Pill.tsx'
import { useFaultWords } from '../../channels/index.ts'
import room_ from '../room/room.module.css'
import styles from './affected.module.css'
import { useAffected } from './affected-queries.ts'
import { CallDialog } from './CallDialog.tsx'
import { useAnsweredWords } from './use-answered-words.ts'

const STATES: AffectedState[] = [
  'unreached',
  'no_way',
  'complained',
  'replied',
  'reached',
  'called',
  'queued',
  'found',
  'would_be_sent',
]

/** Everybody that was found; who has not been reached can be called, and an answer opens its ticket. */
export function AffectedList({ room, affected }: { room: Room; affected: AffectedSummary }) {
  const { t } = useTranslation('incidents')
  const [state, setState] = useState<AffectedState>()
  const [calling, setCalling] = useState<AffectedRow | null>(null)
  const list = useAffected(room.id, state)
  // A room that is closed does not say beforehand who may read the names.
  if ((list.error as { status?: number } | null)?.status === 403) return null
  return (
    <section aria-labelledby="affected-list">
      <h2 className={room_.title} id="affected-list">
        {t('affected.list')}
      </h2>
      <div className={styles.filter} role="tablist" aria-label={t('affected.list')}>
        <Pill tab on={!state} pick={() => setState(undefined)}>
          {t('affected.all')}
          <b>{affected.customers}</b>
        </Pill>
        {STATES.filter((key) => affected.count[key] || key === state).map((key) => (
          <Pill
            key={key}
            tab
            on={key === state}
            tone={key === 'unreached' || key === 'no_way' ? 'red' : undefined}
            pick={() => setState(key)}
          >
            {t(`affected.row.${key}`)}
            <b>{affected.count[key] ?? 0}</b>
          </Pill>
        ))}
      </div>
      <LongList query={list} more={t('list.more')}>
        {(pages) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <p className={room_.quiet}>{t('affected.noneOfThese')}</p>
          return (
            <ul className={styles.rows}>
              {rows.map((row) => (
                <li key={row.id} data-state={row.state}>
                  <Row
                    row={row}
                    complaint={room.linked.find(({ id }) => id === row.complaintTicketId)}
                    rings={room.can.includes('call_affected')}
                    call={room.can.includes('call_affected') && mayCall(row) ? () => setCalling(row) : null}
                  />
                </li>
              ))}
            </ul>
          )
        }}
      </LongList>
      {calling ? <CallDialog room={room} row={calling} close={() => setCalling(null)} /> : null}
    </section>
  )
}

const mayCall = ({ state }: AffectedRow) => state === 'unreached' || state === 'no_way'

type RowProps = {
  row: AffectedRow
  complaint: Room['linked'][number] | undefined
  rings: boolean
  call: (() => void) | null
}

function Row({ row, complaint, rings, call }: RowProps) {
  const { t } = useTranslation('incidents')
  const words = useAnsweredWords()
  const why = useUnderState(row)
  const held = row.state === 'complained'
  const under = held && complaint ? words(complaint) : held ? '' : why
  const readsTickets = useCan('tickets.read')
  const ticketId = row.ticketId ?? row.complaintTicketId
  return (
    <>
      <span className={styles.who}>
        <Link to="/customers/$id" params={{ id: row.customerId }}>
          {row.customerName || t('affected.nameless')}
        </Link>
        {rings && row.phoneMasked ? <span className={styles.number}>{row.phoneMasked}</span> : null}
        <small>
          {row.what} · {row.shopName} ·{' '}
          <span className={room_.time}>
            <TimeText at={row.at} />
          </span>
          {row.proof === 'time' ? ` · ${t('proof.short.time')}` : null}
        </small>
      </span>
      <span className={styles.rowState}>
        {t(`affected.row.${row.state}`)}
        <small>{under}</small>
      </span>
      <span className={styles.rowDeed}>
        {call ? (
          <Button size="small" onClick={call}>
            {t('affected.call')}
          </Button>
        ) : ticketId && readsTickets ? (
          <Link to="/tickets/$id" params={{ id: ticketId }}>
            {t(row.ticketId ? 'affected.reply' : 'affected.complained.ticket')}
          </Link>
        ) : null}
      </span>
    </>
  )
}

/** Why it did not reach the customer, who called by hand, or the way it went. */
function useUnderState({ problem, calledBy, callNote, way }: AffectedRow): string {
  const { t } = useTranslation('incidents')
  const fault = useFaultWords(way)
  if (calledBy) return t('affected.calledBy', { name: calledBy, note: callNote })
  if (problem) return t(`affected.problem.${problem}`, { defaultValue: fault(problem).replace(/[。.]$/, '') })
  return t(`way.${way}`, { defaultValue: way })
}
