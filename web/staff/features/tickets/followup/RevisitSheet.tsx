import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevisitSheet as Sheet } from '#contracts/tickets/followup'
import { TimeText } from '../../../app/TimeText.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { useProblem } from '../../../ui/use-problem.ts'
import { PriorityTag } from '../PriorityTag.tsx'
import { useReveal } from '../ticket-queries.ts'
import { useRevisitDeed, useRevisitSheet } from './followup-queries.ts'
import { RecordForm } from './RecordForm.tsx'
import styles from './RevisitSheet.module.css'
import { useRevisitWords } from './use-revisit-words.ts'

/** What a caller has before the eyes: number, script, what happened, and a place for what came of it. */
export function RevisitSheet({ id, done }: { id: string; done: () => void }) {
  const sheet = useRevisitSheet(id)
  return <QueryState query={sheet}>{(data) => <Opened sheet={data} done={done} />}</QueryState>
}

function Opened({ sheet, done }: { sheet: Sheet; done: () => void }) {
  const { t } = useTranslation('followup')
  const words = useRevisitWords()
  const { ticket } = sheet
  return (
    <div className={styles.sheet}>
      <header>
        <p className={styles.who}>
          <PriorityTag priority={ticket.priority} />
          <b>{ticket.customerName || t('nameless')}</b>
          <small>{ticket.shop?.name}</small>
        </p>
        <p className={styles.quiet}>
          {words.kindOf(sheet)} · {words.stateOf(sheet)} ·{' '}
          <Link to="/tickets/$id" params={{ id: ticket.id }}>
            {t('sheet.ticket', { number: ticket.number })}
          </Link>
        </p>
      </header>
      {sheet.means === 'phone' ? <Reach sheet={sheet} /> : null}
      {sheet.means === 'phone' && sheet.script ? (
        <section>
          <h3>{t('sheet.script')}</h3>
          <p className={styles.script}>{sheet.script}</p>
        </section>
      ) : null}
      <section>
        <h3>{t('sheet.facts')}</h3>
        <FactLines sheet={sheet} />
      </section>
      {sheet.tries.length ? (
        <section>
          <h3>{t('sheet.tries', { count: words.missed(sheet), most: sheet.mostTries })}</h3>
          <Tries sheet={sheet} />
        </section>
      ) : null}
      {sheet.can.includes('record') ? <RecordForm sheet={sheet} done={done} /> : null}
      {sheet.can.includes('advance') ? <Advance sheet={sheet} /> : null}
      {sheet.doneAt && sheet.result ? <Outcome sheet={sheet} /> : null}
    </div>
  )
}

/** The number in the clear, with the reason on record. */
function Reach({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('followup')
  const reveal = useReveal(sheet.ticket.id)
  const problem = useProblem()
  const phone = reveal.data?.phone
  if (phone)
    return (
      <a className={styles.phone} href={`tel:${phone}`}>
        {phone}
        <small>{reveal.data?.name}</small>
      </a>
    )
  return (
    <div className={styles.number}>
      <span>{sheet.contact || t('sheet.noContact')}</span>
      {sheet.canReveal && sheet.contact && sheet.can.includes('record') ? (
        <Button
          loading={reveal.isPending}
          onClick={() => reveal.mutate(t('sheet.reason'), { onError: problem })}
        >
          {t('sheet.reveal')}
        </Button>
      ) : null}
    </div>
  )
}

const LINES = ['complaint', 'solution', 'compensation', 'cause'] as const

function FactLines({ sheet: { facts } }: { sheet: Sheet }) {
  const { t } = useTranslation('followup')
  return (
    <dl className={styles.pairs}>
      {LINES.map((key) =>
        facts[key] ? (
          <div key={key}>
            <dt>{t(`fact.${key}`)}</dt>
            <dd>{facts[key]}</dd>
          </div>
        ) : null,
      )}
      {facts.rating ? (
        <div>
          <dt>{t('fact.rating')}</dt>
          <dd>
            {[t('stars', { count: facts.rating.stars }), facts.rating.words]
              .filter(Boolean)
              .join(t('common:list.then'))}
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function Tries({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('followup')
  return (
    <ul className={styles.tries}>
      {sheet.tries.map((one) => (
        <li key={one.at}>
          <TimeText at={one.at} /> {t(`tried.${one.outcome}`, { name: one.by })}
          {one.words ? <span>{one.words}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function Advance({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('followup')
  const words = useRevisitWords()
  const deed = useRevisitDeed(sheet.id, sheet.ticket.id)
  const problem = useProblem()
  const [sent, setSent] = useState(false)
  return (
    <section className={styles.record}>
      <p className={styles.quiet}>{t('sheet.planned', { time: words.day(sheet.plannedAt) })}</p>
      <Button
        type="primary"
        loading={deed.isPending}
        disabled={sent}
        onClick={() => deed.mutate({ deed: 'move' }, { onError: problem, onSuccess: () => setSent(true) })}
      >
        {t(sheet.means === 'phone' ? 'do.callNow' : 'do.askNow')}
      </Button>
    </section>
  )
}

function Outcome({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('followup')
  const words = useRevisitWords()
  return (
    <section className={styles.outcome} data-result={sheet.result}>
      <b>{t(`result.${sheet.result}`)}</b>
      <p>
        {[sheet.stars ? t('stars', { count: sheet.stars }) : '', sheet.words]
          .filter(Boolean)
          .join(t('common:list.then'))}
      </p>
      <small>
        {words.byOf(sheet)}
        {sheet.doneAt ? <TimeText at={sheet.doneAt} /> : null}
      </small>
    </section>
  )
}
