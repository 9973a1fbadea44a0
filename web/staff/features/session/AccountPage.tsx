import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { LinesSkeleton } from '../../ui/states.tsx'
import { NoticesSection } from '../notify/index.ts'
import { PasswordSection } from './PasswordSection.tsx'
import { PreferencesSection } from './PreferencesSection.tsx'
import { SessionsSection } from './SessionsSection.tsx'
import { TotpSection } from './TotpSection.tsx'

/** What belongs to the signed-in person alone: habits, password, second step, devices. */
export function AccountPage() {
  const { t } = useTranslation('session')
  const me = useMe()
  return (
    <PageFrame
      title={me.name}
      hint={t('account.hint', { brand: me.brand.name, login: me.login })}
      width="narrow"
    >
      <PreferencesSection me={me} />
      <Suspense fallback={<LinesSkeleton />}>
        <NoticesSection />
      </Suspense>
      <PasswordSection login={me.login} name={me.name} />
      <TotpSection on={me.totpOn} />
      <SessionsSection />
    </PageFrame>
  )
}
