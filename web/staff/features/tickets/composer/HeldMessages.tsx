import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Held, HOLD_S } from '#contracts/tickets/composer'
import { useTicking } from '../../../ui/ticking.ts'
import { Photos } from '../Photos.tsx'
import styles from './ComposerNotes.module.css'
import type { ComposerMode } from './composer-mode.ts'
import { useComposer, useServerClock } from './composer-queries.ts'
import { useHeld } from './use-held.ts'

type Props = { ticketId: string; write: (mode: ComposerMode) => void }

/** At the end of the talk: what is sent, but can still be taken back. */
export function HeldMessages({ ticketId, write }: Props) {
  const { data } = useComposer(ticketId)
  const held = data?.held.filter((one) => !one.problem) ?? []
  return held.map((one) => <HeldMessage key={one.id} held={one} ticketId={ticketId} write={write} />)
}

function HeldMessage({ held, ticketId, write }: Props & { held: Held }) {
  const { t } = useTranslation('composer')
  const ahead = useServerClock(ticketId)
  const left = useTicking((now) => {
    const seconds = Math.ceil((Date.parse(held.sendAt) - now - ahead) / 1000)
    return Math.min(HOLD_S, Math.max(0, seconds))
  })
  const { run, busy } = useHeld(ticketId, write)
  const bubble = useRef<HTMLElement>(null)
  useEffect(() => {
    bubble.current?.scrollIntoView({ block: 'end' })
  }, [])
  return (
    <article className={styles.held} ref={bubble} aria-label={t('held.label')}>
      {held.text}
      <Photos photos={held.photos} />
      <footer>
        <span role="timer">
          {!held.mine
            ? t('held.other', { name: held.by })
            : left > 0
              ? t('held.sending', { count: left })
              : t('held.goesOut')}
        </span>
        {held.mine ? (
          <>
            <button
              type="button"
              title={t('held.undoKey')}
              disabled={busy}
              onClick={() => void run(held, 'undo')}
            >
              {t('held.undo')}
            </button>
            <button
              type="button"
              title={t('held.nowKey')}
              disabled={busy}
              onClick={() => void run(held, 'now')}
            >
              {t('held.now')}
            </button>
          </>
        ) : null}
      </footer>
    </article>
  )
}
