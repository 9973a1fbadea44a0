import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KitchenTask } from '#contracts/orders/kitchen'
import styles from './kitchen.module.css'
import { Sheet } from './Sheet.tsx'

const REASONS = ['taste', 'missing', 'wrong', 'temperature', 'spilled', 'looks', 'foreign'] as const

type Props = { task: KitchenTask; close: () => void; send: (reason: string) => void }

/** Why a dish is made anew: one touch for what happens often, words for the rest. */
export function AskReason({ task, close, send }: Props) {
  const { t } = useTranslation('orders-kitchen')
  const [words, setWords] = useState('')
  const give = (reason: string) => {
    send(reason)
    close()
  }
  return (
    <Sheet title={t('redo.title', { item: task.name, number: task.number })} close={close}>
      <div className={styles.choices}>
        {REASONS.map((key) => (
          <button key={key} type="button" onClick={() => give(t(`redo.${key}`))}>
            {t(`redo.${key}`)}
          </button>
        ))}
      </div>
      <form
        className={styles.ownWords}
        onSubmit={(event) => {
          event.preventDefault()
          if (words.trim()) give(words.trim())
        }}
      >
        <input
          aria-label={t('redo.other')}
          placeholder={t('redo.other')}
          maxLength={120}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="submit" disabled={!words.trim()}>
          {t('deed.back')}
        </button>
      </form>
    </Sheet>
  )
}
