import { App } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useMe } from '../../../app/session.ts'
import { CloseIcon } from '../../../ui/icons.tsx'
import { useTicking } from '../../../ui/ticking.ts'
import { spanText } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useDeed } from '../incident-queries.ts'
import { useContacts } from '../people-queries.ts'
import styles from './people.module.css'
import { RingButton } from './RingButton.tsx'
import room_ from './room.module.css'
import { WaitingShops } from './WaitingShops.tsx'

const AddMemberDialog = lazy(() =>
  import('./AddMemberDialog.tsx').then((file) => ({ default: file.AddMemberDialog })),
)
type Post = Room['posts'][number]
type Member = Room['members'][number]

/** Of those who have not answered only the first are shown. */
const CALLED_SHOWN = 2

/** Who is called for what, who has answered, and when the next is called. */
export function PeoplePart({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [adding, setAdding] = useState(false)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const { modal } = App.useApp()
  const remove = ({ staffId, name }: Member) =>
    void modal.confirm({
      title: t('people.remove', { name }),
      content: t('people.removeHint'),
      okText: t('people.removeDo'),
      cancelText: t('common:action.cancel'),
      onOk: () =>
        deed
          .mutateAsync(deeds.removeMember(staffId))
          .then(() => done(t('people.removed', { name })), problem),
    })
  const me = useMe()
  const contacts = useContacts(room.id, room.can.includes('work')).data
  const ring = (member: Member) => {
    const contact = contacts?.people.find(({ staffId }) => staffId === member.staffId)
    return contact && member.staffId !== me.staffId ? <RingButton roomId={room.id} contact={contact} /> : null
  }
  // Whoever reads this is here, also before the server has heard of it.
  const isHere = (one: Member) => room.status !== 'closed' && (one.here || one.staffId === me.staffId)
  const here = new Set(room.members.filter(isHere).map((one) => one.staffId)).size
  const of = (post: string) =>
    room.members.filter((one) => one.post === post).map((one) => ({ ...one, here: isHere(one) }))
  // Whoever came to help and holds no post.
  const others = of('')
  const manned = room.posts.filter((post) => post.acknowledged).length
  // Posts that nobody has taken stand first.
  const posts = room.posts.toSorted((a, b) => Number(a.acknowledged) - Number(b.acknowledged))
  return (
    <section className={room_.card} id="room-people" aria-labelledby="room-people-title">
      <h2 className={room_.title} id="room-people-title">
        {t('people.manned', { manned, of: room.posts.length })}
        {room.status === 'closed' ? null : <small>{t('people.here', { count: here })}</small>}
        {room.can.includes('add_member') ? (
          <button type="button" onClick={() => setAdding(true)}>
            {t('people.add')}
          </button>
        ) : null}
      </h2>
      <ul className={styles.posts}>
        {posts.map((post) => (
          <li key={post.post}>
            <PostLine
              post={post}
              members={of(post.post)}
              closed={room.status === 'closed'}
              remove={room.can.includes('lead') ? remove : null}
              adds={room.can.includes('add_member')}
              ring={ring}
            />
          </li>
        ))}
        {others.length ? (
          <li>
            <p className={styles.post}>
              <b>{t('people.others')}</b>
            </p>
            <People members={others} remove={room.can.includes('lead') ? remove : null} ring={ring} />
          </li>
        ) : null}
      </ul>
      {contacts ? <WaitingShops roomId={room.id} contacts={contacts} /> : null}
      {adding ? (
        <Suspense>
          <AddMemberDialog room={room} close={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}

type LineProps = {
  post: Post
  members: Member[]
  closed: boolean
  remove: ((member: Member) => void) | null
  adds: boolean
  ring: (member: Member) => ReactNode
}

function PostLine({ post, members, closed, remove, adds, ring }: LineProps) {
  const { t } = useTranslation('incidents')
  const [all, setAll] = useState(false)
  const silent = ({ state }: Member) => state === 'called' || state === 'relieved'
  const answered = members.filter((one) => !silent(one))
  const called = members.filter(silent)
  const shown = all ? [...answered, ...called] : [...answered, ...called.slice(0, CALLED_SHOWN)]
  const hidden = members.length - shown.length
  const state = post.acknowledged
    ? 'manned'
    : post.exhausted
      ? adds
        ? 'exhausted'
        : 'unanswered'
      : 'calling'
  return (
    <>
      <p className={styles.post} data-state={state} title={post.duty}>
        <b>{post.name}</b>
        {closed && state === 'calling' ? null : <span>{t(`people.post.${state}`)}</span>}
        {post.nextCallAt && !post.acknowledged && !closed ? <NextCall at={post.nextCallAt} /> : null}
      </p>
      <People members={shown} remove={remove} ring={ring} />
      {hidden || all ? (
        <button type="button" className={styles.all} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('step.helpLess') : t('people.hidden', { count: hidden })}
        </button>
      ) : null}
    </>
  )
}

function People({ members, remove, ring }: Pick<LineProps, 'members' | 'remove' | 'ring'>) {
  const { t } = useTranslation('incidents')
  return (
    <ul className={styles.people}>
      {members.map((member) => (
        <li key={member.staffId} data-state={member.state}>
          <i data-here={member.here} aria-hidden />
          <p>
            <span>{member.name}</span>
            {member.here ? <span className="sr-only">{t('people.isHere')}</span> : null}
            <small>
              {t(`people.state.${member.state}`)}
              {member.state === 'called' && member.calls > 1
                ? ` · ${t('people.calls', { count: member.calls })}`
                : null}
            </small>
          </p>
          {ring(member)}
          {remove ? (
            <button
              type="button"
              className={styles.off}
              aria-label={t('people.remove', { name: member.name })}
              title={t('people.remove', { name: member.name })}
              onClick={() => remove(member)}
            >
              <CloseIcon size={12} />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function NextCall({ at }: { at: string }) {
  const { t } = useTranslation(['incidents', 'common'])
  const words = useTicking((now) => {
    const left = Date.parse(at) - now
    return left > 0 ? t('people.next', { span: spanText(t as never, left) }) : t('people.now')
  })
  return <small>{words}</small>
}
