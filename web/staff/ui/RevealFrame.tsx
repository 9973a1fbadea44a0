import { Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import styles from './RevealFrame.module.css'

const SHORTEST_REASON = 4

type Props = {
  /** Already in the reader's language; `quick` are reasons to choose by one tap. */
  words: { title: string; hint: string; reason: string; do: string; quick: readonly string[] }
  busy: boolean
  reveal: (reason: string) => void
  /** What was hidden, once it is there: terms and their values. */
  shown: readonly { term: string; value: ReactNode }[] | null
  close: () => void
}

/** Personal data in the clear, for a reason that goes into the audit trail; gone again when the dialog closes. */
export function RevealFrame({ words, busy, reveal, shown, close }: Props) {
  const [reason, setReason] = useState('')
  return (
    <Modal open title={words.title} onCancel={close} footer={null} width={500}>
      {shown ? (
        <dl className={styles.revealed}>
          {shown.map(({ term, value }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several numbers have one term, and none moves
            <div key={n}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            reveal(reason.trim())
          }}
        >
          <p className={styles.hint}>{words.hint}</p>
          <div className={styles.quick}>
            {words.quick.map((one) => (
              <button key={one} type="button" onClick={() => setReason(one)}>
                {one}
              </button>
            ))}
          </div>
          <Input
            autoFocus
            maxLength={200}
            value={reason}
            aria-label={words.reason}
            placeholder={words.reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className={styles.foot}>
            <Button
              type="primary"
              htmlType="submit"
              loading={busy}
              disabled={reason.trim().length < SHORTEST_REASON}
            >
              {words.do}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
