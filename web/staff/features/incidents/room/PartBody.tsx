import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { RoomDraftPart } from '#contracts/incidents/drafts'
import type { RoomPart } from '../../../app/incident-search.ts'
import { useMe } from '../../../app/session.ts'
import { ChevronIcon } from '../../../ui/icons.tsx'
import { LinesSkeleton } from '../../../ui/states.tsx'
import { Checklist } from './Checklist.tsx'
import { OtherDraft } from './OtherDraft.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import styles from './room.module.css'
import { ShopsPart } from './ShopsPart.tsx'
import { TicketsPart } from './TicketsPart.tsx'
import { TimelinePart } from './TimelinePart.tsx'
import { waitsIn } from './waits-in.ts'

const SealPart = lazy(() => import('../seal/SealPart.tsx').then((file) => ({ default: file.SealPart })))
const AffectedPart = lazy(() =>
  import('../affected/AffectedPart.tsx').then((file) => ({ default: file.AffectedPart })),
)
const StatementsPart = lazy(() =>
  import('../statements/StatementsPart.tsx').then((file) => ({ default: file.StatementsPart })),
)
const SheetPart = lazy(() => import('./SheetPart.tsx').then((file) => ({ default: file.SheetPart })))
const EvidencePart = lazy(() => import('./EvidencePart.tsx').then((file) => ({ default: file.EvidencePart })))
const ReviewPart = lazy(() =>
  import('../review/ReviewPart.tsx').then((file) => ({ default: file.ReviewPart })),
)

/** The parts in which somebody writes for a while. */
const DRAFT_OF: Partial<Record<RoomPart, RoomDraftPart>> = {
  talk: 'entry',
  sheet: 'sheet',
  affected: 'affected',
  statements: 'statement',
  review: 'review',
}

type Props = { room: Room; part: RoomPart; rest: RoomPart[]; show: (part: RoomPart) => void }

export function PartBody(props: Props) {
  const draft = DRAFT_OF[props.part]
  return (
    <Suspense fallback={<LinesSkeleton />}>
      {draft ? <OtherDraft roomId={props.room.id} part={draft} /> : null}
      <Part {...props} />
    </Suspense>
  )
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
    case 'seal':
      return <SealPart room={room} />
    case 'affected':
      return <AffectedPart room={room} />
    case 'statements':
      return <StatementsPart room={room} />
    case 'sheet':
      return <SheetPart room={room} />
    case 'evidence':
      return <EvidencePart room={room} />
    case 'review':
      return <ReviewPart room={room} show={show} />
    case 'more':
      return <More room={room} rest={rest} show={show} />
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
  return (
    <ul className={styles.more}>
      {rest.map((part) => {
        const waits = waitsIn(room, part)
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
