import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import styles from './layout.module.css'
import { type Go, KEEP_SECTIONS, READ_SECTIONS, type SectionKey } from './section-list.ts'

type Props = { section: SectionKey; go: Go; draft?: boolean; top?: ReactNode; children: ReactNode }

/** Contents at the left, one section at a time; on a phone the contents fold into one field. */
export function PlaybookLayout({ section, go, draft = false, top, children }: Props) {
  const { t } = useTranslation('playbook-admin')
  const phone = useMedia(PHONE)
  const groups = [
    { key: 'read', sections: READ_SECTIONS as readonly SectionKey[] },
    {
      key: 'keep',
      sections: (draft ? ['checks', ...KEEP_SECTIONS] : KEEP_SECTIONS) as readonly SectionKey[],
    },
  ]
  return (
    <>
      {top}
      <div className={styles.layout}>
        {phone ? (
          <Select
            aria-label={t('sections')}
            value={section}
            options={groups.map((group) => ({
              label: t(`group.${group.key}`),
              options: group.sections.map((key) => ({ value: key, label: t(`section.${key}`) })),
            }))}
            onChange={(key) => go({ section: key })}
          />
        ) : (
          <nav className={styles.contents} aria-label={t('sections')}>
            {groups.map((group) => (
              <div key={group.key}>
                <h2>{t(`group.${group.key}`)}</h2>
                {group.sections.map((key) => (
                  <button
                    key={key}
                    type="button"
                    aria-current={section === key ? 'page' : undefined}
                    onClick={() => go({ section: key })}
                  >
                    {t(`section.${key}`)}
                  </button>
                ))}
              </div>
            ))}
          </nav>
        )}
        <div className={styles.content}>
          <header className={styles.heading}>
            <h2>{t(`section.${section}`)}</h2>
            {section === 'checks' ? null : <p>{t(`hint.${section}`)}</p>}
          </header>
          {children}
        </div>
      </div>
    </>
  )
}
