import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { RoomDraftPart } from '#contracts/incidents/drafts'
import type { RoomPart } from '../../../app/incident-search.ts'
import { useMe } from '../../../app/session.ts'
import { ChevronIcon } from '../../../ui/icons.tsx'
import { LinesSkeleton } from '../../../ui/states.tsx'
import { Checklist } from './Checklist.tsx'
import { OtherDraft } from './OtherDraft.tsx'
import { PartBoundary } from './PartBoundary.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { fetchParts, filedPart } from './part-files.ts'
import styles from './room.module.css'
import { ShopsPart } from './ShopsPart.tsx'
import { TicketsPart } from './TicketsPart.tsx'
import { TimelinePart } from './TimelinePart.tsx'
import { useWaits } from './use-waits.ts'

/** The parts in which somebody writes for a while. */
const DRAFT_OF: Partial<Record<RoomPart, RoomDraftPart>> = {
  talk: 'entry',
  sheet: 'sheet',
  affected: 'affected',
  statements: 'statement',
  review: 'review',
}

const SOON_MS = 1_000
type Props = { room: Room; part: RoomPart; rest: RoomPart[]; show: (part: RoomPart) => void }

export function PartBody(props: Props) {
  const draft = DRAFT_OF[props.part]
  useEffect(fetchPartsSoon, [])
  return (
    <PartBoundary key={props.part} back={() => props.show('steps')}>
      <Suspense fallback={<LinesSkeleton />}>
        {draft ? <OtherDraft roomId={props.room.id} part={draft} /> : null}
        <Part {...props} />
      </Suspense>
    </PartBoundary>
  )
}

/** Once the room stands; what is drawn first is not kept waiting for it. */
function fetchPartsSoon(): () => void {
  const soon = setTimeout(() => void fetchParts(), SOON_MS)
  return () => clearTimeout(soon)
}

function Part({ room, part, rest, show }: Props) {
  switch (part) {
    case 'steps':
      return (
        <>
          <Briefing room={room} />
          <Checklist room={room} show={show} />
        </>
      )
    case 'talk':
      return <TimelinePart room={room} />
    case 'people':
      return <PeoplePart room={room} />
    case 'shops':
      return <ShopsPart room={room} />
    case 'tickets':
      return <TicketsPart room={room} />
    case 'more':
      return <More room={room} rest={rest} show={show} />
    default: {
      const Filed = filedPart(part)
      return <Filed room={room} show={show} />
    }
  }
}

/** On a phone whoever has no post in the room reads first what has happened. */
function Briefing({ room }: { room: Room }) {
  const me = useMe()
  const takesPart = room.members.some(({ staffId }) => staffId === me.staffId)
  return takesPart || !room.summary ? null : <p className={styles.briefing}>{room.summary}</p>
}

function More({ room, rest, show }: Omit<Props, 'part'>) {
  const { t } = useTranslation('incidents')
  const waitsIn = useWaits(room)
  return (
    <ul className={styles.more}>
      {rest.map((part) => {
        const waits = waitsIn(part)
        return (
          <li key={part}>
            <button type="button" onClick={() => show(part)}>
              <span>
                {t(`part.${part}`)}
                <small>{t(`part.hint.${part}`)}</small>
              </span>
              {waits ? <b>{waits}</b> : null}
              <ChevronIcon />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
