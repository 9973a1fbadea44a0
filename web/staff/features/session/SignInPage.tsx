import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../app/api.ts'
import { DemoLogins } from './DemoLogins.tsx'
import { DoorLayout } from './DoorLayout.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { type Refusal, refusalOf } from './refusal.ts'
import { demoLoginsQuery, type SignInBody, useSignIn } from './session-queries.ts'
import { TotpForm } from './TotpForm.tsx'

/** Password first; a second step only for people who have one. */
export function SignInPage() {
  const { t } = useTranslation('session')
  const router = useRouter()
  const signIn = useSignIn()
  const demo = useQuery(demoLoginsQuery)
  const [waiting, setWaiting] = useState<SignInBody | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const enter = async (body: SignInBody) => {
    setRefusal(null)
    try {
      await signIn.mutateAsync(body)
      router.history.push(wayBack())
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'people.totpNeeded' && !body.totp) setWaiting(body)
      else setRefusal(refusalOf(error))
    }
  }

  if (waiting) {
    return (
      <DoorLayout title={t('totp.title')} hint={t('totp.hint')}>
        <TotpForm
          busy={signIn.isPending}
          refusal={refusal}
          onCode={(totp) => enter({ ...waiting, totp })}
          onBack={() => {
            setRefusal(null)
            setWaiting(null)
          }}
        />
      </DoorLayout>
    )
  }
  return (
    <DoorLayout title={t('signIn.title')}>
      <PasswordForm busy={signIn.isPending} refusal={refusal} onSend={enter} />
      {demo.data && demo.data.length > 0 ? (
        <DemoLogins
          logins={demo.data}
          busy={signIn.isPending}
          onPick={({ login, password }) => enter({ login, password })}
        />
      ) : null}
    </DoorLayout>
  )
}

/** Where somebody was going before they were asked to sign in; only inside the console. */
function wayBack(): string {
  const back = new URLSearchParams(window.location.search).get('back')?.replace(/^"|"$/g, '') ?? '/'
  return /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/'
}
