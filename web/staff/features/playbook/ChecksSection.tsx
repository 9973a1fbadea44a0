import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CheckIcon } from '../../ui/icons.tsx'
import { Section } from '../../ui/Section.tsx'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'
import type { Draft } from './playbook-queries.ts'
import { type Go, sectionOf } from './section-list.ts'

/** What must be put right before publishing, and what publishing would change. */
export function ChecksSection({ draft, go }: { draft: Draft; go: Go }) {
  const { t } = useTranslation('playbook-admin')
  return (
    <>
      <Section title={t('checks.issues')}>
        {draft.issues.length === 0 ? (
          <p className={layoutStyles.fine}>
            <CheckIcon />
            {t('checks.issuesNone')}
          </p>
        ) : (
          <IssueList issues={draft.issues} go={go} />
        )}
      </Section>
      {draft.advice.length > 0 ? (
        <Section title={t('checks.advice')} hint={t('checks.adviceHint')}>
          <IssueList issues={draft.advice} go={go} mild />
        </Section>
      ) : null}
      <Section title={t('checks.changes')}>
        {draft.changes.length === 0 ? (
          <p className={layoutStyles.note}>{t('checks.changesNone')}</p>
        ) : (
          <ul className={listsStyles.changes}>
            {draft.changes.map((change) => (
              <li
                key={change.path + change.change + change.before + change.after}
                data-change={change.change}
              >
                <header>
                  <b>{t(`checks.change.${change.change}`)}</b>
                  {change.where}
                </header>
                {change.change === 'added' ? null : <del>{change.before || t('checks.nothing')}</del>}
                {change.change === 'removed' ? null : <ins>{change.after || t('checks.nothing')}</ins>}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

/** `mild`: worth a look and in nobody's way. */
function IssueList({ issues, go, mild }: { issues: Draft['issues']; go: Go; mild?: boolean }) {
  const { t } = useTranslation('playbook-admin')
  return (
    <ul className={listsStyles.issues} data-mild={mild}>
      {issues.map((issue) => (
        <li key={issue.path + issue.problem}>
          <strong>{issue.problem}</strong>
          <p>{issue.remedy}</p>
          <code>{issue.path}</code>
          <Button onClick={() => go({ section: sectionOf(issue.path) })}>{t('checks.go')}</Button>
        </li>
      ))}
    </ul>
  )
}
