import { Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { Labelled } from './Labelled.tsx'
import styles from './order.module.css'
import { type OrderDeedCall, useOrderDeed } from './order-queries.ts'
import { useKindWord } from './use-kind-word.ts'

type Props = {
  order: OrderView
  deed: OrderDeedCall['do']
  close: () => void
  /** Whether the sentence is a reason, which must be there, or a note. */
  reasoned?: boolean
  danger?: boolean
  ready?: boolean
  words?: string
  hint?: string
  children?: ReactNode
  call: (words: string) => OrderDeedCall
}
const SHORTEST_REASON = 2

/** One deed on one order in a dialog: its own fields, then a note or the reason. */
export function DeedForm({ order, deed, close, call, children, ...how }: Props) {
  const { t } = useTranslation('orders')
  const word = useKindWord(order.kind)
  const { reasoned = false, danger = false, ready = true, words = '', hint } = how
  const [text, setText] = useState(words)
  const run = useOrderDeed(order.id)
  const problem = useProblem()
  const done = useDone()
  const said = text.trim()
  return (
    <Modal open title={word(`deed.${deed}`)} onCancel={close} footer={null} width={480}>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          if (run.isPending) return
          run.mutate(call(said), {
            onError: problem,
            onSuccess: () => {
              done(word(`done.${deed}`))
              close()
            },
          })
        }}
      >
        <p>{hint ?? word(`hint.${deed}`)}</p>
        {children}
        <Labelled label={t(reasoned ? 'field.reason' : 'field.note')}>
          <Input maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
        </Labelled>
        <div className={styles.foot}>
          <Button
            type="primary"
            htmlType="submit"
            loading={run.isPending}
            disabled={!ready || (reasoned && said.length < SHORTEST_REASON)}
            danger={danger}
          >
            {word(`deed.${deed}`)}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
