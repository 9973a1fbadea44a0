import { useTranslation } from 'react-i18next'
import type { OtherMessage } from '#contracts/tickets/composer'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import styles from './ComposerNotes.module.css'
import type { Kept } from './draft-boxes.ts'

/** Another has answered meanwhile: read it first, then decide. */
export function ClashNote(props: {
  other: OtherMessage
  sendAnyway: () => void
  goOn: () => void
  drop: () => void
}) {
  const { other } = props
  const { t, i18n } = useTranslation('composer')
  const at = formatInstant(Date.parse(other.at), 'time', i18n.language, useZone())
  return (
    <div className={styles.clash} role="alert">
      <b>{other.held ? t('clash.soon', { name: other.by }) : t('clash.title', { name: other.by, at })}</b>
      <blockquote>{other.text}</blockquote>
      <div>
        <button type="button" onClick={props.sendAnyway}>
          {t('clash.sendAnyway')}
        </button>
        <button type="button" onClick={props.goOn}>
          {t('clash.goOn')}
        </button>
        <button type="button" onClick={props.drop}>
          {t('clash.drop')}
        </button>
      </div>
    </div>
  )
}

/** Gaps of a template that must be filled or taken out. */
export function GapNote(props: {
  gaps: string[]
  /** Somebody has tried to send it all the same. */
  insisted: boolean
  fill: () => void
  remove: () => void
}) {
  const { t } = useTranslation('composer')
  return (
    <p className={styles.gaps} role="status" data-alert={props.insisted}>
      <span>
        {t('gap.left', { count: props.gaps.length })} {[...new Set(props.gaps)].join(' ')}
      </span>
      <button type="button" onClick={props.fill}>
        {t('gap.fill')}
      </button>
      <button type="button" onClick={props.remove}>
        {t('gap.remove')}
      </button>
    </p>
  )
}

/** One line with something to press, for what has just happened to the text. */
export function LineNote(props: { words: string; deed: string; run: () => void; alert?: boolean }) {
  return (
    <p className={styles.gaps} role="status" data-alert={props.alert}>
      <span>{props.words}</span>
      <button type="button" onClick={props.run}>
        {props.deed}
      </button>
    </p>
  )
}

/** Where the draft is. */
export function KeptNote({ kept }: { kept: Kept }) {
  const { t } = useTranslation('composer')
  if (kept !== 'saved' && kept !== 'local') return null
  return (
    <span className={styles.kept} data-local={kept === 'local'}>
      {t(`draft.${kept}`)}
    </span>
  )
}
