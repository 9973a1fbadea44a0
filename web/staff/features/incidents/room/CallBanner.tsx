import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useMe } from '../../../app/session.ts'
import { useAnswerCall } from '../use-answer-call.ts'
import styles from './room.module.css'

/** The reader is called: one tap says who comes, one who does not, so that the next is called at once. */
export function CallBanner({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const me = useMe()
  const { say, busy } = useAnswerCall(room.id)
  if (!room.can.includes('answer_call')) return null
  const called = room.members.filter(({ staffId, state }) => staffId === me.staffId && state === 'called')
  const posts = called.map(({ postName }) => postName)
  const duty = room.posts.find(({ post }) => post === called[0]?.post)?.duty
  return (
    <div className={styles.call} data-drill={room.drill} role="alert">
      <p>
        <b>{t('call.you', { posts: posts.join(t('common:list.and')) })}</b>
        {posts.length === 1 && duty ? <span>{duty}</span> : null}
        <span>{t('call.hint')}</span>
      </p>
      <div>
        <Button size="large" className={styles.come ?? ''} loading={busy} onClick={() => say('acknowledged')}>
          {t('call.come')}
        </Button>
        <Button
          size="large"
          ghost
          className={styles.not ?? ''}
          disabled={busy}
          onClick={() => say('declined')}
        >
          {t('call.not')}
        </Button>
      </div>
    </div>
  )
}
