import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useCan } from '../../../app/session.ts'
import { LinesSkeleton } from '../../../ui/states.tsx'
import room_ from '../room/room.module.css'
import { waitsIn } from '../room/waits-in.ts'
import { AffectedList } from './AffectedList.tsx'
import { AffectedMessage } from './AffectedMessage.tsx'
import styles from './affected.module.css'
import { Complainants } from './Complainants.tsx'
import { CriteriaForm } from './CriteriaForm.tsx'
import { LostReplies } from './LostReplies.tsx'
import { Reached } from './Reached.tsx'

/** Whose orders had it: found, told with approved words, and how far that is. */
export function AffectedPart({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const { affected } = room
  const [again, setAgain] = useState(false)
  const works = room.can.includes('affected')
  const closed = room.status === 'closed'
  // Who they are is for those who tell them; whoever else reads the room sees how many.
  const lists = useCan('incidents.affected') && (works || closed)
  const still = waitsIn(room, 'affected')
  const searches = works && (affected === null || again)
  return (
    <div className={room_.part}>
      <Complainants room={room} />
      {affected === null && !works ? <p className={room_.quiet}>{t('affected.notYet')}</p> : null}
      {searches ? (
        <CriteriaForm
          room={room}
          found={() => {
            setAgain(false)
            // What comes next, the words to these customers, stands at the top.
            document.getElementById('room-part')?.scrollTo({ top: 0 })
          }}
          {...(affected ? { cancel: () => setAgain(false) } : {})}
        />
      ) : null}
      {affected && !again ? (
        <>
          <Reached affected={affected} drill={room.drill} />
          {closed && still ? (
            <p className={styles.warn}>
              {t(room.can.includes('call_affected') ? 'affected.stillCall' : 'affected.stillTell', {
                count: still,
              })}
            </p>
          ) : null}
          <LostReplies room={room} />
          {works && affected.state !== 'approved' && affected.state !== 'sending' ? (
            <div>
              <button type="button" className={room_.link} onClick={() => setAgain(true)}>
                {t('affected.again')}
              </button>
            </div>
          ) : null}
          <AffectedMessage room={room} affected={affected} />
          {/* Its first row fetches words of another feature: what is being written above stays in sight meanwhile. */}
          {lists ? (
            <Suspense fallback={<LinesSkeleton lines={3} />}>
              <AffectedList room={room} affected={affected} />
            </Suspense>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
