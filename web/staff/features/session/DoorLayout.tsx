import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#contracts/kit'
import { changeLocale } from '../../app/i18n.ts'
import { EchoIcon } from '../../ui/icons.tsx'
import { usePageTitle } from '../../ui/PageFrame.tsx'
import styles from './door.module.css'

const LANGUAGES: Array<[Locale, string]> = [
  ['zh-CN', '简体'],
  ['zh-TW', '繁體'],
  ['en', 'English'],
]

/** The pages before the console: what 回音 promises on one side, what to fill in on the other. */
export function DoorLayout({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const { t, i18n } = useTranslation('session')
  usePageTitle(title)
  return (
    <div className={styles.door}>
      <aside className={styles.promise}>
        <div className={styles.mark}>
          <EchoIcon size={26} />
          <span>{t('door.name')}</span>
        </div>
        <div className={styles.words}>
          <p className={styles.sentence}>{t('door.sentence')}</p>
          <p className={styles.sub}>{t('door.sub')}</p>
        </div>
        <nav className={styles.languages} aria-label={t('door.language')}>
          {LANGUAGES.map(([locale, name]) => (
            <button
              key={locale}
              type="button"
              lang={locale}
              aria-pressed={i18n.language === locale}
              onClick={() => void changeLocale(locale)}
            >
              {name}
            </button>
          ))}
        </nav>
      </aside>
      <main className={styles.room} id="main">
        <div className={styles.sheet}>
          <header className={styles.heading}>
            <h1>{title}</h1>
            {hint ? <p>{hint}</p> : null}
          </header>
          {children}
        </div>
      </main>
    </div>
  )
}
