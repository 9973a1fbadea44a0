import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'
import { useCan, useMe, useZone } from '../../../app/session.ts'
import head from '../../../ui/head-buttons.module.css'
import { BackIcon, MoreIcon } from '../../../ui/icons.tsx'
import { formatInstant } from '../../../ui/time.ts'
import { PHONE, useMedia } from '../../../ui/use-media.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { DueClock } from '../DueClock.tsx'
import { Progress } from '../IncidentLine.tsx'
import { deeds, useDeed } from '../incident-queries.ts'
import { DrillMark, KindMark } from '../Marks.tsx'
import { CountedFrom } from './CountedFrom.tsx'
import { GradePick } from './GradePick.tsx'
import { Holders } from './Holders.tsx'
import styles from './head.module.css'
import { useContain } from './use-contain.tsx'
import { useFolded } from './use-folded.ts'
import { waitsIn } from './waits-in.ts'

const ChangePlan = lazy(() => import('./ChangePlan.tsx').then((file) => ({ default: file.ChangePlan })))
const RoomForm = lazy(() => import('./RoomForm.tsx').then((file) => ({ default: file.RoomForm })))

/** Title, degree, and the clock that matters most: always in sight. */
export function RoomHead({ room, show }: { room: Room; show: (part: RoomPart) => void }) {
  const { t, i18n } = useTranslation('incidents')
  const me = useMe()
  const zone = useZone()
  const folded = useFolded(useMedia(PHONE))
  const [form, setForm] = useState<'edit' | 'plan' | null>(null)
  const { primary, others } = useHeadDeeds(room, show, setForm)
  // Only called for is not mine yet: the band above asks for that.
  const holds = ({ staffId, state }: Room['members'][number]) =>
    staffId === me.staffId && (state === 'joined' || state === 'acknowledged')
  // Whoever came without a post is in the room and holds none.
  const mine = [...new Set(room.members.filter(holds).flatMap(({ postName }) => postName || []))]
  return (
    <header className={styles.head} data-folded={folded}>
      <div className={styles.line}>
        <Link to="/incidents" className={head.icon} aria-label={t('room.back')}>
          <BackIcon />
        </Link>
        <h1>{room.title}</h1>
        <div className={head.buttons}>
          {primary}
          {others.length ? (
            <Dropdown
              menu={{
                items: others.map(({ key, label }) => ({ key, label })),
                onClick: ({ key }) => others.find((one) => one.key === key)?.run(),
              }}
              trigger={['click']}
              placement="bottomRight"
            >
              <button type="button" className={head.icon} aria-label={t('room.more')}>
                <MoreIcon />
              </button>
            </Dropdown>
          ) : null}
        </div>
      </div>
      <div className={styles.facts}>
        <div className={styles.meta}>
          {room.drill ? <DrillMark /> : null}
          <KindMark kind={room.kind} />
          <GradePick room={room} />
          <span className={styles.status} data-status={room.status}>
            {t(`status.${room.status}`)}
          </span>
          <span>{room.number}</span>
          {room.foundAt < room.openedAt ? (
            <span>{t('room.foundOn', { at: formatInstant(room.foundAt, 'full', i18n.language, zone) })}</span>
          ) : null}
          <span>{room.leader ? t('list.leader', { name: room.leader.name }) : t('list.noLeader')}</span>
          {room.spokesperson ? <span>{t('room.spokesperson', { name: room.spokesperson.name })}</span> : null}
          {mine.length ? (
            <span className={styles.mine}>{t('room.mine', { posts: mine.join(t('common:list.and')) })}</span>
          ) : null}
        </div>
        {room.status === 'closed' ? <Unreached room={room} show={show} /> : <Next room={room} />}
      </div>
      {form ? (
        <Suspense>
          {form === 'plan' ? (
            <ChangePlan room={room} close={() => setForm(null)} />
          ) : (
            <RoomForm room={room} close={() => setForm(null)} />
          )}
        </Suspense>
      ) : null}
    </header>
  )
}

function Next({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const step = room.checklist.find((one) => one.title === room.next?.title && one.dueAt === room.next.dueAt)
  return (
    <div className={styles.next} data-law={room.next?.law ?? false}>
      {room.next ? (
        <>
          <DueClock from={room.next.law ? room.foundAt : room.openedAt} dueAt={room.next.dueAt} big />
          <span className={styles.what}>
            {room.next.law ? <b>{t('law.mark')}</b> : null}
            {room.next.title}
            {step?.sinceFound ? <CountedFrom room={room} /> : null}
            {step ? <Holders room={room} step={step} /> : null}
          </span>
        </>
      ) : (
        <span>{t('list.nothingDue')}</span>
      )}
      <Progress done={room.stepsDone} of={room.steps} overdue={room.overdue} />
    </div>
  )
}

/** A message may be returned after the room was closed: somebody is to be called all the same. */
function Unreached({ room, show }: { room: Room; show: (part: RoomPart) => void }) {
  const { t } = useTranslation('incidents')
  const count = waitsIn(room, 'affected')
  if (!count) return null
  return (
    <button type="button" className={styles.unreached} onClick={() => show('affected')}>
      {t('affected.still', { count })}
    </button>
  )
}

/** One loud button: what brings the room nearer to its end; the rest behind the dots. */
function useHeadDeeds(room: Room, show: (part: RoomPart) => void, ask: (form: 'edit' | 'plan') => void) {
  const { t } = useTranslation('incidents')
  const phone = useMedia(PHONE)
  // Who may open nothing is offered no plans.
  const opens = useCan('incidents.open')
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const can = (action: Room['can'][number]) => room.can.includes(action)
  const { contain, containing } = useContain(room)
  const uncontain = () =>
    deed.mutate(deeds.uncontain(), { onError: problem, onSuccess: () => done(t('room.uncontained')) })
  const print = () => void window.open(`/incidents/${room.id}/record`)
  const review = room.status === 'contained' && (can('review') || can('close'))
  const others = [
    ...(can('lead') ? [{ key: 'edit', label: t('room.edit'), run: () => ask('edit') }] : []),
    ...(can('change_plan') && opens
      ? [{ key: 'plan', label: t('plan.change'), run: () => ask('plan') }]
      : []),
    ...(can('lead') && room.status === 'contained'
      ? [{ key: 'uncontain', label: t('room.uncontain'), run: uncontain }]
      : []),
    ...(can('print') && (phone || room.status !== 'closed')
      ? [{ key: 'print', label: t('room.print'), run: print }]
      : []),
  ]
  if (phone && can('contain')) others.unshift({ key: 'contain', label: t('room.contain'), run: contain })
  const primary = can('contain') ? (
    phone ? null : (
      <Button loading={containing} onClick={contain}>
        {t('room.contain')}
      </Button>
    )
  ) : review ? (
    <Button type="primary" onClick={() => show('review')}>
      {t('room.toReview')}
    </Button>
  ) : room.status === 'closed' && can('print') && !phone ? (
    <Button onClick={print}>{t('room.print')}</Button>
  ) : null
  return { primary, others }
}
