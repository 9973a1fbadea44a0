import { Button, Drawer, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { OpeningOffer } from '#contracts/incidents/opening'
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
  const ready = anew ? plan !== null && ticked.length > 0 : true
  const go = () =>
    open({
      plan: anew ? (plan ?? undefined) : undefined,
      ticketIds: ticked,
      without: offer.tickets.flatMap(({ id }) => (ticked.includes(id) ? [] : [id])),
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
        <Button type="primary" danger size="large" block disabled={!ready} loading={busy} onClick={go}>
          {anew ? t('ticket.open') : t('open.join', { number: offer.room })}
        </Button>
      }
    >
      <div className={styles.form}>
        <fieldset className={styles.plans}>
          <legend>{t('open.tickets')}</legend>
          {offer.tickets.map((ticket) => (
            <label key={ticket.id} data-on={ticked.includes(ticket.id)}>
              <input
                type="checkbox"
                checked={ticked.includes(ticket.id)}
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
          <Field label={t('open.where')}>
            <Radio.Group
              value={anew}
              onChange={({ target }) => setAnew(target.value)}
              options={[
                { value: true, label: t('open.anew') },
                { value: false, label: t('open.join', { number: offer.room }) },
              ]}
            />
          </Field>
        ) : null}
        {anew ? (
          <Field label={t('open.plan')}>
            <Select
              aria-label={t('open.plan')}
              value={plan}
              placeholder={t('open.planMissing')}
              loading={plans.isLoading}
              options={plans.data?.map(({ key, name }) => ({ value: key, label: name })) ?? []}
              onChange={setPlan}
            />
          </Field>
        ) : null}
      </div>
    </Drawer>
  )
}
