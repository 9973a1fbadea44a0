import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { OpeningOffer } from '#contracts/incidents/opening'
import { QueryState } from '../../ui/QueryState.tsx'
import { Bone, Empty } from '../../ui/states.tsx'
import { Field } from './Field.tsx'
import { usePlans } from './incident-queries.ts'
import styles from './open.module.css'

type Offer = z.infer<typeof OpeningOffer>
type Chosen = { plan: string | undefined; ticketIds: string[]; without: string[]; anew: boolean }
type Props = { offer: Offer; busy: boolean; open: (chosen: Chosen) => void; close: () => void }

/** Before a room is opened or joined from an early warning: which of its tickets, by which plan, and into which room. */
export function OpenFromAlarm({ offer, busy, open, close }: Props) {
  const { t } = useTranslation('incidents')
  const plans = usePlans(undefined)
  const fitting = offer.tickets.filter((ticket) => ticket.about && !ticket.room)
  const [ticked, setTicked] = useState(() => fitting.map(({ id }) => id))
  const [plan, setPlan] = useState(offer.plan)
  // What is about the plan and in no room yet is reason for a room of its own.
  const [anew, setAnew] = useState(!offer.room || fitting.length > 0)
  // What the room to be joined has already stays in it.
  const inside = (ticket: Offer['tickets'][number]) => !anew && ticket.room === offer.room
  const comes = offer.tickets.filter((ticket) => inside(ticket) || ticked.includes(ticket.id))
  const wanting =
    offer.tickets.length > 0 && comes.length === 0
      ? 'open.ticketMissing'
      : anew && plan === null
        ? 'open.planMissing'
        : null
  const go = () =>
    open({
      plan: anew ? (plan ?? undefined) : undefined,
      ticketIds: comes.map(({ id }) => id),
      without: offer.tickets.flatMap((ticket) => (comes.includes(ticket) ? [] : [ticket.id])),
      anew,
    })
  return (
    <Drawer
      open
      onClose={close}
      title={t('open.fromAlarm')}
      size={560}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        <Button
          type="primary"
          danger
          size="large"
          block
          disabled={wanting !== null}
          loading={busy}
          onClick={go}
        >
          {wanting ? t(wanting) : anew ? t('ticket.open') : t('open.join', { number: offer.room })}
        </Button>
      }
    >
      <div className={styles.form}>
        {offer.tickets.length === 0 ? <p className={styles.hint}>{t('open.ticketsHidden')}</p> : null}
        <fieldset className={styles.plans} hidden={offer.tickets.length === 0}>
          <legend>{t('open.tickets')}</legend>
          {offer.tickets.map((ticket) => (
            <label key={ticket.id} data-on={comes.includes(ticket)}>
              <input
                type="checkbox"
                checked={comes.includes(ticket)}
                disabled={inside(ticket)}
                onChange={({ target }) =>
                  setTicked(target.checked ? [...ticked, ticket.id] : ticked.filter((id) => id !== ticket.id))
                }
              />
              <span>
                <b>{ticket.title}</b>
                <small>
                  {[
                    ticket.number,
                    ticket.shopName,
                    ticket.room ? t('open.alreadyIn', { number: ticket.room }) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        {offer.room ? (
          <fieldset className={styles.plans}>
            <legend>{t('open.where')}</legend>
            {[true, false].map((own) => (
              <label key={String(own)} data-on={anew === own}>
                <input type="radio" name="room" checked={anew === own} onChange={() => setAnew(own)} />
                <span>{own ? t('open.anew') : t('open.join', { number: offer.room })}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        {anew ? (
          <QueryState query={plans} skeleton={<Bone width="100%" height={56} />}>
            {(offers) =>
              offers.length === 0 ? (
                <Empty title={t('open.noPlans')} hint={t('open.noPlansHint')} />
              ) : (
                <Field label={t('open.plan')}>
                  <Select
                    aria-label={t('open.plan')}
                    value={plan}
                    placeholder={t('open.planMissing')}
                    options={offers.map(({ key, name }) => ({ value: key, label: name }))}
                    onChange={setPlan}
                  />
                </Field>
              )
            }
          </QueryState>
        ) : null}
      </div>
    </Drawer>
  )
}
