import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room, Step } from '#contracts/incidents'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { deeds, useDeed } from '../incident-queries.ts'
import styles from './forms.module.css'
import { useOnline } from './OfflineNote.tsx'
import { type PickedFile, RoomFiles } from './RoomFiles.tsx'
import { isOffline, type StepTick } from './use-step-tick.tsx'

type Props = { room: Room; step: Step; way: 'done' | 'left_out'; tick: StepTick; close: () => void }

/** What proves that a step is done, or why it is left out. */
export function StepDialog({ room, step, way, tick, close }: Props) {
  const { t } = useTranslation('incidents')
  const [words, setWords] = useState('')
  const [files, setFiles] = useState<PickedFile[]>([])
  const [busy, setBusy] = useState(false)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const out = way === 'left_out'
  const wordless = words.trim().length < 2
  const missing = out
    ? wordless && 'first.why'
    : step.proof === 'words'
      ? wordless && 'first.result'
      : files.length === 0 && 'first.file'
  const online = useOnline()
  // A photo has to go up first; words can wait on this machine.
  const keep = () => {
    tick.wait(step, way, words.trim())
    close()
  }
  const send = () => {
    if (!online && files.length === 0) return keep()
    deed.mutate(
      deeds.finishStep(step.id, { state: way, words: words.trim(), fileIds: files.map(({ id }) => id) }),
      {
        onError: (error) => (isOffline(error) && files.length === 0 ? keep() : problem(error)),
        onSuccess: () => {
          done(t(out ? 'step.didLeaveOut' : 'step.did'))
          close()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={step.title}
      okText={t(missing || (out ? 'step.leaveOutDo' : 'step.finish'))}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: Boolean(missing) || busy }}
      width={520}
    >
      <div className={styles.form}>
        {!online && step.proof === 'file' && !out ? (
          <p className={styles.note}>{t('step.fileNeedsNet')}</p>
        ) : null}
        {step.help && !out ? <p className={styles.note}>{step.help}</p> : null}
        <Field label={t(out ? 'step.why' : step.proof === 'words' ? 'step.words' : 'step.wordsToo')}>
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 3, maxRows: 12 }}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        {out ? null : (
          <RoomFiles
            roomId={room.id}
            files={files}
            onChange={setFiles}
            busy={busy}
            onBusy={setBusy}
            label={t(step.proof === 'file' ? 'step.file' : 'step.fileToo')}
          />
        )}
      </div>
    </Modal>
  )
}
