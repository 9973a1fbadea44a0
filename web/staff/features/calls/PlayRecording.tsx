import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SoundIcon } from '../../ui/icons.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './calls.module.css'

/** Fetches the recording when somebody wants to hear it, once: each listening is in the audit trail. */
export function PlayRecording({ callId }: { callId: string }) {
  const { t } = useTranslation('calls')
  const [sound, setSound] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const problem = useProblem()
  useEffect(() => () => void (sound && URL.revokeObjectURL(sound)), [sound])
  const play = async () => {
    setBusy(true)
    try {
      const answer = await fetch(`/api/calls/${callId}/recording`, { credentials: 'same-origin' })
      if (!answer.ok) {
        const known = (await answer.json().catch(() => null)) as { detail?: string } | null
        throw new Error(known?.detail ?? t('common:problem.unknown', { status: answer.status }))
      }
      setSound(URL.createObjectURL(await answer.blob()))
    } catch (error) {
      problem(error instanceof TypeError ? new Error(t('common:problem.offline')) : error)
    } finally {
      setBusy(false)
    }
  }
  if (sound)
    return (
      // biome-ignore lint/a11y/useMediaCaption: a telephone call has no captions; what was said stands in the ticket.
      <audio className={styles.audio} controls autoPlay src={sound} aria-label={t('play')} />
    )
  return (
    <button
      type="button"
      className={styles.play}
      disabled={busy}
      title={t('heardHint')}
      onClick={() => void play()}
    >
      <SoundIcon size={16} />
      {busy ? t('playing') : t('play')}
    </button>
  )
}
