import { Segmented, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Me } from '#contracts/people'
import { useSavePreferences } from '../../app/session.ts'
import { Section } from '../../ui/Section.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './account.module.css'

const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const
const THEMES = ['auto', 'light', 'dark'] as const

/** Language, look and absence; each takes effect the moment it is chosen. */
export function PreferencesSection({ me }: { me: Me }) {
  const { t } = useTranslation(['session', 'common', 'people'])
  const save = useSavePreferences()
  const problem = useProblem()
  const choose = (change: Parameters<typeof save.mutate>[0]) => save.mutate(change, { onError: problem })
  const roles = [...new Set(me.grants.map((grant) => t(`people:role.${grant.role}`)))]
  return (
    <Section title={t('account.preferences')}>
      <div className={styles.rows}>
        <div className={styles.row}>
          <span>{t('account.grants')}</span>
          <span>{roles.join(t('common:list.and'))}</span>
        </div>
        <div className={styles.row}>
          <span id="account-language">{t('account.language')}</span>
          <Select
            aria-labelledby="account-language"
            style={{ maxWidth: 220 }}
            value={me.locale}
            options={LOCALES.map((value) => ({ value, label: t(`common:you.locale.${value}`) }))}
            onChange={(locale) => choose({ locale })}
          />
        </div>
        <div className={styles.row}>
          <span>{t('account.theme')}</span>
          <div>
            <Segmented
              aria-label={t('account.theme')}
              value={me.theme}
              options={THEMES.map((value) => ({ value, label: t(`common:you.theme.${value}`) }))}
              onChange={(theme) => choose({ theme })}
            />
          </div>
        </div>
        <div className={styles.row}>
          <span id="account-away">{t('account.away')}</span>
          <div>
            <Switch aria-labelledby="account-away" checked={me.away} onChange={(away) => choose({ away })} />
          </div>
          <p>{t('account.awayHint')}</p>
        </div>
      </div>
    </Section>
  )
}
