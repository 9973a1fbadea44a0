import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../../app/session.ts'
import { ClockIcon, CloseIcon, PhotoIcon, TemplateIcon } from '../../../ui/icons.tsx'
import { formatInstant } from '../../../ui/time.ts'
import styles from './Composer.module.css'
import type { ComposerMode } from './composer-mode.ts'
import { ExpectedPicker } from './ExpectedPicker.tsx'

type Props = {
  mode: ComposerMode
  canWait: boolean
  expectedAt: Date | null
  setExpectedAt: (at: Date | null) => void
  wait: boolean
  setWait: (wait: boolean) => void
  pickTemplate: () => void
  /** What else helps to write. */
  tools: ReactNode
  addPhotos: (files: FileList | null) => void
  ready: boolean
  busy: boolean
  loud: boolean
  send: () => void
}

const MAC = /mac/i.test(navigator.userAgent)

/** Under the field: template, photos, expected time, waiting; and the button that sends. */
export function ComposerBar(props: Props) {
  const { mode, expectedAt, setExpectedAt, wait, setWait } = props
  const { t, i18n } = useTranslation('composer')
  const zone = useZone()
  const files = useRef<HTMLInputElement>(null)
  const [choosing, setChoosing] = useState(false)
  const reply = mode === 'reply'
  return (
    <>
      {choosing && reply ? (
        <ExpectedPicker
          choose={(at) => {
            setExpectedAt(at)
            setChoosing(false)
          }}
        />
      ) : null}
      <div className={styles.bar}>
        {mode !== 'note' ? (
          <button type="button" className={styles.tool} onClick={props.pickTemplate}>
            <TemplateIcon size={16} />
            {t('pickTemplate')}
          </button>
        ) : null}
        {props.tools}
        <button type="button" className={styles.tool} onClick={() => files.current?.click()}>
          <PhotoIcon size={16} />
          {t('photo')}
        </button>
        {reply && expectedAt ? (
          <span className={styles.chip}>
            {t('expectedAt', {
              at: formatInstant(expectedAt.getTime(), 'full', i18n.language, zone),
            })}
            <button type="button" aria-label={t('noExpected')} onClick={() => setExpectedAt(null)}>
              <CloseIcon size={12} />
            </button>
          </span>
        ) : reply ? (
          <button
            type="button"
            className={styles.tool}
            aria-expanded={choosing}
            onClick={() => setChoosing(!choosing)}
          >
            <ClockIcon size={16} />
            {t('expected')}
          </button>
        ) : null}
        {reply && props.canWait ? (
          <label className={styles.check}>
            <input type="checkbox" checked={wait} onChange={(event) => setWait(event.target.checked)} />
            {t('wait')}
          </label>
        ) : null}
        <Button
          type={props.loud ? 'primary' : 'default'}
          disabled={!props.ready}
          loading={props.busy}
          onClick={props.send}
        >
          {t(`send.${mode}`)} <kbd className={styles.combo}>{MAC ? '⌘⏎' : 'Ctrl ⏎'}</kbd>
        </Button>
        <input
          ref={files}
          type="file"
          accept="image/*"
          multiple
          hidden
          onChange={(event) => {
            props.addPhotos(event.target.files)
            event.target.value = ''
          }}
        />
      </div>
    </>
  )
}
