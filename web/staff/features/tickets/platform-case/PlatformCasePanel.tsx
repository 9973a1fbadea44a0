import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { type PlatformCase, PlatformCaseKind, type PlatformDeed } from '#contracts/tickets/platform-case'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import { formatMoney } from '../compensation/money.ts'
import aside from '../TicketAside.module.css'
import { DecideCaseDialog } from './DecideCaseDialog.tsx'
import styles from './PlatformCase.module.css'
import { usePlatformCase } from './platform-case-queries.ts'

const KINDS: readonly string[] = PlatformCaseKind.options

/** Where the complaint stands at its platform, by when it must be answered, and what we may decide there. */
export function PlatformCasePanel({ ticket }: { ticket: Ticket }) {
  return KINDS.includes(ticket.channel) ? <Panel ticketId={ticket.id} /> : null
}

function Panel({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('platform-case')
  const { data, isError, refetch } = usePlatformCase(ticketId)
  const [deed, setDeed] = useState<PlatformDeed | null>(null)
  if (isError)
    return (
      <section>
        <h2>
          {t('title')}
          <button type="button" onClick={() => refetch()}>
            {t('common:retry')}
          </button>
        </h2>
        <p className={styles.note}>{t('failed')}</p>
      </section>
    )
  if (!data) return null
  return (
    <section>
      <h2>{t(`kind.${data.kind}`)}</h2>
      <Standing found={data} />
      <Done found={data} />
      {data.can.length > 0 ? (
        <div className={styles.deeds}>
          {data.can.map((one) => (
            <Button key={one} onClick={() => setDeed(one)}>
              {t(`do.${one}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {deed ? (
        <DecideCaseDialog ticketId={ticketId} deed={deed} found={data} close={() => setDeed(null)} />
      ) : null}
    </section>
  )
}

function Standing({ found }: { found: PlatformCase }) {
  const { t, i18n } = useTranslation('platform-case')
  const zone = useZone()
  const phase = found.phase ? t(`phase.${found.phase}`, { defaultValue: found.phase }) : t('phase.unknown')
  return (
    <dl className={aside.pairs}>
      <dt>{t('standing')}</dt>
      <dd>{phase}</dd>
      {found.answerBy ? (
        <>
          <dt>{t('answerBy')}</dt>
          <dd className={Date.parse(found.answerBy) < Date.now() ? styles.late : undefined}>
            {formatInstant(found.answerBy, 'full', i18n.language, zone)}
          </dd>
        </>
      ) : null}
      {found.refundMinor === null ? null : (
        <>
          <dt>{t('refund')}</dt>
          <dd>{formatMoney(found.refundMinor, 'CNY', i18n.language)}</dd>
        </>
      )}
      <dt>{t(found.kind === 'eleme' ? 'order' : 'number')}</dt>
      <dd className={styles.number}>{found.id}</dd>
    </dl>
  )
}

/** What we decided, by whom, and whether the platform has it. */
function Done({ found }: { found: PlatformCase }) {
  const { t, i18n } = useTranslation(['platform-case', 'channels'])
  const zone = useZone()
  if (found.done.length === 0) return null
  return (
    <ul className={styles.done}>
      {found.done.map((one) => (
        <li key={`${one.deed} ${one.at}`} data-failed={one.state === 'failed'}>
          {t(`did.${one.deed}`)}
          <small>
            {[one.by, formatInstant(one.at, 'full', i18n.language, zone), fate(one)]
              .filter(Boolean)
              .join(' · ')}
          </small>
          {one.reason ? <small>{one.reason}</small> : null}
        </li>
      ))}
    </ul>
  )

  function fate({ state, problem }: PlatformCase['done'][number]): string {
    if (state === 'failed')
      return t('fate.failed', { fault: t(`channels:fault.${problem}`, { defaultValue: problem }) })
    return t(state === 'queued' ? 'fate.queued' : 'fate.sent')
  }
}
