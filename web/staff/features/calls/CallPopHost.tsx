import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallPop } from '#contracts/tickets/calls'
import { useCan } from '../../app/session.ts'
import { CallIcon } from '../../ui/icons.tsx'
import { CallPanel } from './CallPanel.tsx'
import { useMyCalls } from './call-queries.ts'
import styles from './pop.module.css'

/** A phone rings at somebody's extension: on every page, who is calling, until it is written down or put away. */
export function CallPopHost() {
  // The words come with the first call; the page behind does not wait for them.
  return useCan('tickets.enter') ? (
    <Suspense fallback={null}>
      <Calls />
    </Suspense>
  ) : null
}

function Calls() {
  const calls = useMyCalls().data ?? []
  const [folded, setFolded] = useState<string | null>(null)
  const [held, setHeld] = useState<CallPop | null>(null)
  // What is being written down stays, although it is no longer among the calls to deal with.
  const current = held ? (calls.find((c) => c.id === held.id) ?? held) : (calls.find(rings) ?? calls[0])
  if (!current) return null
  if (folded === current.id && !rings(current)) return <Folded open={() => setFolded(null)} />
  return (
    <CallPanel
      key={current.id}
      call={current}
      hold={(on) => setHeld(on ? current : null)}
      fold={() => setFolded(current.id)}
    />
  )
}

function Folded({ open }: { open: () => void }) {
  const { t } = useTranslation('calls')
  return (
    <button type="button" className={styles.folded} onClick={open}>
      <CallIcon />
      {t('pop.show')}
    </button>
  )
}

const rings = (call: CallPop) => call.state === 'ringing'
