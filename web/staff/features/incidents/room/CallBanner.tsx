import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useMe } from '../../../app/session.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, roomQuery, useDeed } from '../incident-queries.ts'
import styles from './room.module.css'

/** The reader is called: one tap says who comes, one who does not, so that the next is called at once. */
export function CallBanner({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const me = useMe()
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const client = useQueryClient()
  if (!room.can.includes('answer_call')) return null
  const called = room.members.filter(({ staffId, state }) => staffId === me.staffId && state === 'called')
  const posts = called.map(({ postName }) => postName)
  const duty = room.posts.find(({ post }) => post === called[0]?.post)?.duty
  // Whoever declines may not read the room any more: the answer is noted here before it is asked for again.
  const noted = () =>
    client.setQueryData(roomQuery(room.id).queryKey, (now) =>
      now
        ? {
            ...now,
            members: now.members.map((one) =>
              one.staffId === me.staffId && one.state === 'called'
                ? { ...one, state: 'declined' as const }
                : one,
            ),
          }
        : now,
    )
  const say = (answer: 'acknowledged' | 'declined') =>
    deed
      .mutateAsync(async (id) => {
        await deeds.answer(answer)(id)
        if (answer === 'declined') noted()
      })
      .then(() => done(t(`call.did.${answer}`)), problem)
  return (
    <div className={styles.call} data-drill={room.drill} role="alert">
      <p>
        <b>{t('call.you', { posts: posts.join(t('common:list.and')) })}</b>
        {posts.length === 1 && duty ? <span>{duty}</span> : null}
        <span>{t('call.hint')}</span>
      </p>
      <div>
        <Button
          size="large"
          className={styles.come ?? ''}
          loading={deed.isPending}
          onClick={() => say('acknowledged')}
        >
          {t('call.come')}
        </Button>
        <Button
          size="large"
          ghost
          className={styles.not ?? ''}
          disabled={deed.isPending}
          onClick={() => say('declined')}
        >
          {t('call.not')}
        </Button>
      </div>
    </div>
  )
}
