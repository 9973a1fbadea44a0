import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'
import { useMe } from '../../../app/session.ts'
import { useKeys } from '../../../app/shortcuts.ts'
import { usePageTitle } from '../../../ui/PageFrame.tsx'
import { Empty, Failed, LinesSkeleton } from '../../../ui/states.tsx'
import { NARROW, PHONE, useMedia } from '../../../ui/use-media.ts'
import { usePresence, useRoom } from '../incident-queries.ts'
import { DrillBand } from '../Marks.tsx'
import { CallBanner } from './CallBanner.tsx'
import { Checklist } from './Checklist.tsx'
import { GraverStrip } from './GraverStrip.tsx'
import { OfflineNote } from './OfflineNote.tsx'
import { PartBody } from './PartBody.tsx'
import { RoomHead } from './RoomHead.tsx'
import { RoomTabs } from './RoomTabs.tsx'
import styles from './room.module.css'
import { partsOf } from './room-parts.ts'
import { useKeptTicks, withTicks } from './use-kept-ticks.ts'

/** The room is out of the reader's reach, or not there. */
const SHUT = [403, 404]

/** One emergency: what is to be done, what has happened, who and where; live for everybody who is in it. */
export function RoomPage() {
  const { id } = useParams({ from: '/signed-in/shell/incidents/$id' })
  const { part } = useSearch({ from: '/signed-in/shell/incidents/$id' })
  const navigate = useNavigate({ from: '/incidents/$id' })
  const room = useRoom(id)
  const me = useMe()
  const { ticks } = useKeptTicks()
  const { data } = room
  const shown = useMemo(() => data && withTicks(data, ticks, me.name), [data, ticks, me.name])
  const shut = room.error && SHUT.includes((room.error as { status?: number }).status ?? 0)
  if (shown && !shut)
    return (
      <OpenRoom
        room={shown}
        asked={part}
        show={(next) => void navigate({ search: { part: next }, replace: true })}
      />
    )
  return (
    <main className={styles.alone} id="main">
      {room.error ? (
        <Missing
          error={room.error}
          was={data?.members.filter(({ staffId }) => staffId === me.staffId)}
          retry={() => void room.refetch()}
        />
      ) : (
        <LinesSkeleton lines={10} />
      )}
    </main>
  )
}

type MissingProps = { error: Error; was: Room['members'] | undefined; retry: () => void }

/** What the reader has never seen, has just declined to come to, or may no longer read. */
function Missing({ error, was, retry }: MissingProps) {
  const { t } = useTranslation('incidents')
  if (!SHUT.includes((error as { status?: number }).status ?? 0))
    return <Failed error={error} retry={retry} />
  const why = !was ? 'missing' : was.some(({ state }) => state === 'declined') ? 'declined' : 'left'
  return (
    <Empty
      title={t(`room.${why}`)}
      hint={t(`room.${why}Hint`)}
      actions={<Link to="/incidents">{t('room.back')}</Link>}
    />
  )
}

type OpenProps = { room: Room; asked: RoomPart | undefined; show: (part: RoomPart) => void }

function OpenRoom({ room, asked, show }: OpenProps) {
  const { t } = useTranslation('incidents')
  const phone = useMedia(PHONE)
  const narrow = useMedia(NARROW)
  const layout = phone ? 'phone' : narrow ? 'narrow' : 'desk'
  usePageTitle(`${room.drill ? t('drill.mark') : ''}${room.number} ${room.title}`)
  usePresence(room.id, room.status !== 'closed')
  const { seal, affected } = room.has
  const { tabs, beside, rest } = useMemo(
    () => partsOf({ has: { seal, affected } }, layout),
    [seal, affected, layout],
  )
  const known = asked && [...tabs, ...beside, ...rest].includes(asked)
  const part: RoomPart = known ? asked : tabs[0]!
  // On a desk people, shops and tickets stand at the right: asked for, they come up there and the middle stays.
  const [middle, setMiddle] = useState<RoomPart>(beside.includes(part) ? 'talk' : part)
  const [right, setRight] = useState<RoomPart>(beside.includes(part) ? part : 'people')
  useEffect(() => (beside.includes(part) ? setRight(part) : setMiddle(part)), [part, beside])
  const list = useRef<HTMLElement>(null)
  const [pointed, setPointed] = useState(false)
  // Beside the middle the checklist is in sight already: it is pointed at, and the middle stays.
  const go = (next: RoomPart) => {
    if (next !== 'steps' || phone) return show(next)
    setPointed(true)
    list.current?.scrollTo({ top: 0 })
    list.current?.focus()
  }
  const number = (n: number) => () => {
    const to = tabs[n]
    if (to) go(to)
  }
  useKeys({ '1': number(0), '2': number(1), '3': number(2), '4': number(3), '5': number(4), '6': number(5) })
  return (
    <div className={styles.room} data-layout={layout}>
      <div className={styles.top}>
        {room.drill ? <DrillBand /> : null}
        <CallBanner room={room} />
        <RoomHead room={room} show={go} />
        <GraverStrip room={room} show={go} />
        <OfflineNote room={room} />
      </div>
      {phone ? null : (
        <section
          ref={list}
          className={styles.left}
          data-pointed={pointed}
          onBlur={() => setPointed(false)}
          aria-label={t('part.steps')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
        >
          <Checklist room={room} show={go} />
        </section>
      )}
      <main className={styles.middle} id="main">
        <RoomTabs room={room} tabs={tabs} part={middle} rest={rest} choose={go} />
        <div
          className={styles.body}
          role="tabpanel"
          id="room-part"
          aria-label={t(`part.${middle}`)}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
        >
          <PartBody key={middle} room={room} part={middle} rest={rest} show={go} />
        </div>
      </main>
      {beside.length ? (
        <aside
          className={styles.right}
          aria-label={t('part.beside')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
        >
          <RoomTabs room={room} tabs={beside} part={right} rest={[]} choose={go} />
          <PartBody room={room} part={right} rest={[]} show={go} />
        </aside>
      ) : null}
    </div>
  )
}
