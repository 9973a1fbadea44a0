import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { Section } from '../../ui/Section.tsx'
import { SNIPPETS, type SnippetLanguage } from './api-snippets.ts'
import styles from './channels.module.css'

const LANGUAGES: { value: SnippetLanguage; label: string }[] = [
  { value: 'curl', label: 'curl' },
  { value: 'node', label: 'Node.js' },
  { value: 'python', label: 'Python' },
]

/** How another system brings feedback in and hears back: in words, and as code to take along in three languages. */
export function ApiGuide() {
  const { t } = useTranslation('api-guide')
  const [language, setLanguage] = useState<SnippetLanguage>('curl')
  const snippets = SNIPPETS[language](window.location.origin)
  return (
    <Section
      title={t('title')}
      hint={t('hint')}
      actions={
        <Segmented<SnippetLanguage>
          aria-label={t('language')}
          options={LANGUAGES}
          value={language}
          onChange={setLanguage}
        />
      }
    >
      <ol className={styles.guide}>
        {(['photo', 'submit', 'progress', 'verify'] as const).map((step) => (
          <li key={step}>
            <h3>{t(`${step}.title`)}</h3>
            <p>{t(`${step}.words`)}</p>
            <CopyLine text={snippets[step]} label={t('copy', { what: t(`${step}.title`) })} multiline />
          </li>
        ))}
      </ol>
      <p className={styles.guideEnd}>{t('errors')}</p>
    </Section>
  )
}
