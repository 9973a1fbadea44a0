import { Button, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { ChangeOrder } from './ChangeOrder.tsx'
import { DeedForm } from './DeedForm.tsx'
import { type Promised, PromiseFields, promisedAt } from './PromiseFields.tsx'
import { PromiseOrder } from './PromiseOrder.tsx'
import { RefundOrder } from './RefundOrder.tsx'
import { RevealOrder } from './RevealOrder.tsx'
import { useKindWord } from './use-kind-word.ts'

const SHOWN = ['confirm', 'handOver', 'contacted', 'change', 'promise', 'refund', 'cancel', 'reveal'] as const
type Shown = (typeof SHOWN)[number]
type Props = { order: OrderView; close: () => void }

/** What this person may do with the order now; nothing else is shown. The first one is the next thing to do. */
export function OrderDeeds({ order }: { order: OrderView }) {
  const word = useKindWord(order.kind)
  const [open, setOpen] = useState<Shown | null>(null)
  // What must go back is asked for on the page itself, loudly.
  const deeds = SHOWN.filter(
    (deed) => order.can.includes(deed) && !(deed === 'refund' && order.refund.dueMinor > 0),
  )
  const primary = deeds.find(
    (deed) => deed === 'confirm' || deed === 'handOver' || (deed === 'change' && order.gaps.length > 0),
  )
  const Dialog = open && DIALOGS[open]
  return (
    <>
      {deeds.map((deed) => (
        <Button key={deed} {...(deed === primary ? { type: 'primary' } : {})} onClick={() => setOpen(deed)}>
          {word(deed === 'change' && order.gaps.length ? 'deed.complete' : `deed.${deed}`)}
        </Button>
      ))}
      {Dialog ? <Dialog key={open} order={order} close={() => setOpen(null)} /> : null}
    </>
  )
}

const DIALOGS: Record<Shown, (props: Props) => ReactNode> = {
  confirm: Confirm,
  handOver: (props) => (
    <DeedForm {...props} deed="handOver" call={(note) => ({ do: 'handOver', body: { note } })} />
  ),
  contacted: Contacted,
  change: ChangeOrder,
  promise: PromiseOrder,
  refund: RefundOrder,
  cancel: (props) => (
    <DeedForm
      {...props}
      deed="cancel"
      reasoned
      danger
      call={(reason) => ({ do: 'cancel', body: { reason } })}
    />
  ),
  reveal: RevealOrder,
}

function Confirm(props: Props) {
  const [value, choose] = useState<Promised>(null)
  const call = (note: string) => {
    const at = promisedAt(value)
    return { do: 'confirm' as const, body: { note, ...(at ? { promisedAt: at } : {}) } }
  }
  return (
    <DeedForm {...props} deed="confirm" call={call}>
      <PromiseFields value={value} choose={choose} reckoned />
    </DeedForm>
  )
}

function Contacted(props: Props) {
  const { t } = useTranslation('orders')
  const [result, setResult] = useState<'reached' | 'no_answer' | 'wrong_number'>('reached')
  return (
    <DeedForm {...props} deed="contacted" call={(note) => ({ do: 'contacted', body: { result, note } })}>
      <Segmented
        block
        value={result}
        onChange={setResult}
        options={(['reached', 'no_answer', 'wrong_number'] as const).map((value) => ({
          value,
          label: t(`contact.${value}`),
        }))}
      />
    </DeedForm>
  )
}
