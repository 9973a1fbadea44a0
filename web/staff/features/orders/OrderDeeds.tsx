import { Button, Input, InputNumber, Modal, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import styles from './order.module.css'
import { type OrderDeedCall, useOrderDeed, useRevealOrder } from './order-queries.ts'

const SHOWN = ['confirm', 'handOver', 'contacted', 'change', 'promise', 'refund', 'cancel', 'reveal'] as const
type Shown = (typeof SHOWN)[number]
const LATER_MIN = [10, 20, 30, 45]
const SHORTEST_REASON = 2

/** What this person may do with the order now; nothing else is shown. The first one is the next thing to do. */
export function OrderDeeds({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const [open, setOpen] = useState<Shown | null>(null)
  const deeds = SHOWN.filter((deed) => order.can.includes(deed))
  const close = () => setOpen(null)
  const primary = deeds.find(
    (deed) => deed === 'confirm' || deed === 'handOver' || (deed === 'change' && order.gaps.length > 0),
  )
  return (
    <>
      {deeds.map((deed) => (
        <Button key={deed} {...(deed === primary ? { type: 'primary' } : {})} onClick={() => setOpen(deed)}>
          {t(`deed.${deed}`)}
        </Button>
      ))}
      {open === 'reveal' ? <Reveal order={order} close={close} /> : null}
      {open && open !== 'reveal' ? <Deed key={open} deed={open} order={order} close={close} /> : null}
    </>
  )
}

type DeedProps = { deed: Exclude<Shown, 'reveal'>; order: OrderView; close: () => void }
type Given = {
  text: string
  minutes: number
  amount: number
  result: 'reached' | 'no_answer' | 'wrong_number'
  address: string
  phone: string
  name: string
}

function Deed({ deed, order, close }: DeedProps) {
  const { t } = useTranslation('orders')
  const run = useOrderDeed(order.id)
  const problem = useProblem()
  const done = useDone()
  const [given, setGiven] = useState<Given>({
    text: '',
    minutes: deed === 'confirm' ? 0 : 20,
    amount: order.totalMinor / 100,
    result: 'reached',
    address: '',
    phone: '',
    name: '',
  })
  const set = (part: Partial<Given>) => setGiven((now) => ({ ...now, ...part }))
  const reasoned = deed === 'promise' || deed === 'cancel' || deed === 'refund'
  const ready = reasoned
    ? given.text.trim().length >= SHORTEST_REASON
    : deed !== 'change' ||
      Boolean(given.address.trim() || given.phone.trim() || given.name.trim() || given.text.trim())
  return (
    <Modal open title={t(`deed.${deed}`)} onCancel={close} footer={null} width={480}>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          run.mutate(callOf(deed, given), {
            onError: problem,
            onSuccess: () => {
              done(t(`done.${deed}`))
              close()
            },
          })
        }}
      >
        <p>{t(`hint.${deed}`)}</p>
        {deed === 'contacted' ? (
          <Segmented
            block
            value={given.result}
            onChange={(result) => set({ result })}
            options={(['reached', 'no_answer', 'wrong_number'] as const).map((value) => ({
              value,
              label: t(`contact.${value}`),
            }))}
          />
        ) : null}
        {deed === 'promise' || deed === 'confirm' ? (
          <Segmented
            block
            aria-label={t('field.inMinutes')}
            value={given.minutes}
            onChange={(minutes) => set({ minutes })}
            options={[...(deed === 'confirm' ? [0] : []), ...LATER_MIN].map((value) => ({
              value,
              label: value ? t('later', { count: value }) : t('reckoned'),
            }))}
          />
        ) : null}
        {deed === 'refund' ? (
          <Labelled label={t('field.amount')}>
            <InputNumber
              min={0.01}
              max={order.totalMinor / 100}
              precision={2}
              value={given.amount}
              onChange={(amount) => set({ amount: amount ?? 0 })}
            />
          </Labelled>
        ) : null}
        {deed === 'change' ? (
          <>
            {order.kind === 'delivery' ? (
              <Labelled label={t('field.address')}>
                <Input
                  autoFocus
                  maxLength={200}
                  value={given.address}
                  onChange={(e) => set({ address: e.target.value })}
                />
              </Labelled>
            ) : null}
            <Labelled label={t('field.phone')}>
              <Input
                maxLength={30}
                inputMode="tel"
                value={given.phone}
                onChange={(e) => set({ phone: e.target.value })}
              />
            </Labelled>
            <Labelled label={t('field.name')}>
              <Input maxLength={60} value={given.name} onChange={(e) => set({ name: e.target.value })} />
            </Labelled>
          </>
        ) : null}
        <Labelled label={t(reasoned ? 'field.reason' : 'field.note')}>
          <Input maxLength={200} value={given.text} onChange={(e) => set({ text: e.target.value })} />
        </Labelled>
        <div className={styles.foot}>
          <Button
            type="primary"
            htmlType="submit"
            loading={run.isPending}
            disabled={!ready}
            danger={deed === 'cancel'}
          >
            {t(`deed.${deed}`)}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function callOf(deed: DeedProps['deed'], given: Given): OrderDeedCall {
  const text = given.text.trim()
  const at = new Date(Date.now() + given.minutes * 60_000).toISOString()
  switch (deed) {
    case 'confirm':
      return { do: deed, body: { note: text, ...(given.minutes ? { promisedAt: at } : {}) } }
    case 'contacted':
      return { do: deed, body: { result: given.result, note: text } }
    case 'handOver':
      return { do: deed, body: { note: text } }
    case 'promise':
      return { do: deed, body: { promisedAt: at, reason: text, tell: true } }
    case 'cancel':
      return { do: deed, body: { reason: text } }
    case 'refund':
      return { do: deed, body: { amountMinor: Math.round(given.amount * 100), reason: text } }
    case 'change':
      return {
        do: deed,
        body: {
          ...(given.address.trim() ? { address: { text: given.address.trim() } } : {}),
          ...(given.phone.trim() ? { contact: given.phone.trim() } : {}),
          ...(given.name.trim() ? { name: given.name.trim() } : {}),
          ...(text ? { note: text } : {}),
        },
      }
  }
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={styles.field}>
      {label}
      {children}
    </label>
  )
}

/** Name, number and address in the clear, for a reason that goes into the audit trail. */
function Reveal({ order, close }: { order: OrderView; close: () => void }) {
  const { t } = useTranslation('orders')
  const [reason, setReason] = useState('')
  const reveal = useRevealOrder(order.id)
  const problem = useProblem()
  const shown = reveal.data
  return (
    <Modal open title={t('deed.reveal')} onCancel={close} footer={null} width={480}>
      {shown ? (
        <dl className={styles.who}>
          <dt>{t('field.name')}</dt>
          <dd>{shown.name || t('nameless')}</dd>
          <dt>{t('field.phone')}</dt>
          <dd>{shown.contact ? <a href={`tel:${shown.contact}`}>{shown.contact}</a> : t('none')}</dd>
          <dt>{t('field.address')}</dt>
          <dd>{shown.address || t('none')}</dd>
        </dl>
      ) : (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault()
            reveal.mutate(reason.trim(), { onError: problem })
          }}
        >
          <p>{t('hint.reveal')}</p>
          <Labelled label={t('field.reason')}>
            <Input autoFocus maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
          </Labelled>
          <div className={styles.foot}>
            <Button
              type="primary"
              htmlType="submit"
              loading={reveal.isPending}
              disabled={reason.trim().length < 4}
            >
              {t('deed.reveal')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
