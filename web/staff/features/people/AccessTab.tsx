import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Staff } from '#contracts/people'
import { useMe } from '../../app/session.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import type { IssuedInvitation } from './InvitationDialog.tsx'
import styles from './people.module.css'
import { useInvite, useLock } from './people-queries.ts'

type Props = { person: Staff; onInvited: (issued: IssuedInvitation) => void }

/** A fresh link for whoever lost the password, and the lock for whoever leaves. */
export function AccessTab({ person, onInvited }: Props) {
  const { t } = useTranslation('people')
  const me = useMe()
  const invite = useInvite()
  const problem = useProblem()
  const send = () =>
    invite.mutateAsync(person.id).then((link) => onInvited({ name: person.name, link }), problem)
  const self = person.id === me.staffId
  return (
    <div className={styles.access}>
      {person.state === 'locked' ? null : (
        <>
          <p>{t('access.inviteHint')}</p>
          <Button loading={invite.isPending} onClick={send}>
            {t('access.invite')}
          </Button>
        </>
      )}
      <p>{t(self ? 'access.self' : person.state === 'locked' ? 'access.lockedHint' : 'access.activeHint')}</p>
      {self ? null : <LockButton person={person} />}
    </div>
  )
}

function LockButton({ person }: { person: Staff }) {
  const { t } = useTranslation(['people', 'common'])
  const { modal } = App.useApp()
  const lock = useLock()
  const problem = useProblem()
  const done = useDone()
  const { id: staffId, name } = person
  if (person.state === 'locked') {
    const unlock = () =>
      lock.mutateAsync({ staffId, locked: false }).then(() => done(t('access.unlocked', { name })), problem)
    return (
      <Button loading={lock.isPending} onClick={unlock}>
        {t('access.unlock')}
      </Button>
    )
  }
  const ask = () =>
    modal.confirm({
      title: t('access.lockTitle', { name }),
      content: t('access.lockHint'),
      okText: t('access.lockYes'),
      cancelText: t('common:action.cancel'),
      okButtonProps: { danger: true },
      onOk: () =>
        lock.mutateAsync({ staffId, locked: true }).then(() => done(t('access.locked', { name })), problem),
    })
  return (
    <Button danger onClick={ask}>
      {t('access.lock')}
    </Button>
  )
}
