import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useDeed } from '../incident-queries.ts'
import { FileLinks } from './FileLinks.tsx'
import { RoomFiles } from './RoomFiles.tsx'
import room_ from './room.module.css'
import styles from './sheet.module.css'

/** What must be kept, ticked off one by one, and everything that has been put into the room. */
export function EvidencePart({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [busy, setBusy] = useState(false)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const works = room.can.includes('work')
  const kept = room.evidence.filter((one) => one.kept).length
  return (
    <div className={room_.part}>
      <section aria-labelledby="room-evidence">
        <h2 className={room_.title} id="room-evidence">
          {t('evidence.title')}
          <small>{t('step.of', { done: kept, of: room.evidence.length })}</small>
        </h2>
        {room.evidence.map((one) => (
          <label key={one.key} className={styles.check}>
            <input
              type="checkbox"
              checked={one.kept}
              disabled={!works || deed.isPending}
              onChange={(event) =>
                deed.mutate(deeds.keepEvidence(one.key, event.target.checked), { onError: problem })
              }
            />
            {one.text}
          </label>
        ))}
      </section>
      <section aria-labelledby="room-files">
        <h2 className={room_.title} id="room-files">
          {t('evidence.files')}
          <small>{room.files.length || null}</small>
        </h2>
        {room.files.length === 0 ? <p className={room_.quiet}>{t('evidence.noFiles')}</p> : null}
        <FileLinks files={room.files} />
        {works ? (
          <RoomFiles
            roomId={room.id}
            files={[]}
            onChange={(update) => {
              if (update([]).length) done(t('evidence.added'))
            }}
            busy={busy}
            onBusy={setBusy}
            label={t('evidence.add')}
          />
        ) : null}
      </section>
    </div>
  )
}
