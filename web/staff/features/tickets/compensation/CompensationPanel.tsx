import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { CompensationDesk, FittingOffer } from '#contracts/tickets/compensation'
import { QueryState } from '../../../ui/QueryState.tsx'
import styles from './Compensation.module.css'
import { CompensationLine } from './CompensationLine.tsx'
import { useCompensation } from './compensation-queries.ts'
import { formatMoney } from './money.ts'
import { ProposeForm } from './ProposeForm.tsx'
import { SuggestionCard } from './SuggestionCard.tsx'
import { DoubleWarning } from './Warnings.tsx'

/** H5: what to give and why, who has to say yes, and what was given. */
export function CompensationPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('compensation')
  const desk = useCompensation(ticket.id)
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <header>
        <h2>{t('title')}</h2>
        {desk.data?.mayPropose ? <Limits desk={desk.data} /> : null}
      </header>
      <QueryState query={desk}>{(data) => <Body ticket={ticket} desk={data} />}</QueryState>
    </section>
  )
}

function Limits({ desk }: { desk: CompensationDesk }) {
  const { t, i18n } = useTranslation('compensation')
  const money = (minor: number) => formatMoney(minor, desk.currency, i18n.language)
  const { limitMinor, budget } = desk
  return (
    <p className={styles.limits}>
      {limitMinor === null ? t('limit.none') : t('limit.own', { amount: money(limitMinor) })}
      {budget
        ? ` · ${t('limit.budget', {
            month: Number(budget.month.slice(5, 7)),
            left: money(Math.max(0, budget.limitMinor - budget.usedMinor)),
            limit: money(budget.limitMinor),
          })}`
        : null}
    </p>
  )
}

function Body({ ticket, desk }: { ticket: Ticket; desk: CompensationDesk }) {
  const { t } = useTranslation('compensation')
  const [form, setForm] = useState<{ from: FittingOffer | null } | null>(null)
  // With one on its way, a second is asked for rather than offered.
  const [more, setMore] = useState(false)
  const { list, mayPropose, earlier } = desk
  // What stands in the list below needs no second telling.
  const live = list.some((one) => one.state === 'waiting' || one.state === 'issued')
  const elsewhere = earlier.filter((one) => !list.some((own) => own.id === one.id))
  return (
    <>
      {mayPropose ? <DoubleWarning earlier={elsewhere} days={desk.doubleDays} /> : null}
      {list.length > 0 ? (
        <ul className={styles.list}>
          {list.map((compensation) => (
            <CompensationLine key={compensation.id} compensation={compensation} />
          ))}
        </ul>
      ) : null}
      {mayPropose ? (
        form ? (
          <ProposeForm
            key={form.from?.key ?? 'own'}
            ticket={ticket}
            desk={desk}
            from={form.from}
            close={() => {
              setForm(null)
              setMore(false)
            }}
          />
        ) : live && !more ? (
          <div className={styles.more}>
            <Button onClick={() => setMore(true)}>{t('more')}</Button>
          </div>
        ) : (
          <SuggestionCard ticket={ticket} desk={desk} other={(from) => setForm({ from })} />
        )
      ) : list.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : null}
    </>
  )
}
