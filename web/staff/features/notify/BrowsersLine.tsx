import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NoticePreferences } from '#contracts/notify'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useWhen } from '../../ui/use-when.ts'
import { pushObstacle, subscribeBrowser } from './browser-push.ts'
import styles from './notify.module.css'
import { useSubscribe, useUnsubscribe } from './notify-queries.ts'

/** Browsers that are told; this one is asked for permission only when the button is pressed. */
export function BrowsersLine({ own }: { own: NoticePreferences }) {
  const { t } = useTranslation('notify')
  const when = useWhen()
  const subscribe = useSubscribe()
  const unsubscribe = useUnsubscribe()
  const problem = useProblem()
  const done = useDone()
  const obstacle = pushObstacle()
  const turnOn = async () => {
    try {
      const address = await subscribeBrowser(own.pushKey)
      if (!address) return problem(new Error(t('push.refused')))
      await subscribe.mutateAsync(address)
      done(t('push.done'))
    } catch (error) {
      problem(error instanceof DOMException ? new Error(t('push.noService')) : error)
    }
  }
  return (
    <div>
      <div className={styles.actions}>
        <Button onClick={turnOn} disabled={obstacle !== ''} loading={subscribe.isPending}>
          {t('push.turnOn')}
        </Button>
      </div>
      <p className={styles.note}>{t(obstacle ? `push.${obstacle}` : 'push.hint')}</p>
      {own.browsers.length ? (
        <ul className={styles.list}>
          {own.browsers.map(({ id, device, createdAt }) => (
            <li key={id} className={styles.item}>
              <div>
                <small>{device || t('push.someBrowser')}</small>
                <small>{when(createdAt)}</small>
              </div>
              <Button onClick={() => unsubscribe.mutate(id, { onError: problem })}>
                {t('push.turnOff')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
