import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChevronIcon } from '../../ui/icons.tsx'
import { dateTime } from '../../ui/use-when.ts'
import styles from './audit.module.css'
import type { AuditRow, Subject } from './audit-queries.ts'
import { FactValue } from './FactValue.tsx'
import { factLines } from './fact-lines.ts'

/** One entry as a sentence; its data opens below, its subject filters the list. */
export function AuditLine({ entry, onSubject }: { entry: AuditRow; onSubject: (subject: Subject) => void }) {
  const { t, i18n } = useTranslation('governance')
  const [open, setOpen] = useState(false)
  const lines = factLines(entry.data)
  const subject =
    entry.subjectKind === 'playbook' && /^\d+$/.test(entry.subject)
      ? t('entry.version', { number: entry.subject })
      : entry.subject
  const words = t('action', { returnObjects: true }) as unknown as Record<string, string>
  return (
    <li className={styles.entry}>
      <time dateTime={entry.at}>{dateTime(entry.at, i18n.language, true)}</time>
      <span className={styles.actor}>{entry.actor || t('entry.system')}</span>
      <span className={styles.what}>
        {words[entry.action] ?? entry.action}
        {entry.subject ? (
          <button
            type="button"
            title={t('entry.onlySubject', { subject })}
            onClick={() => onSubject({ id: entry.subjectId, name: subject })}
          >
            {subject}
          </button>
        ) : null}
      </span>
      <small>{entry.link === null ? t('entry.linking') : t('entry.link', { link: entry.link })}</small>
      {lines.length > 0 ? (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-label={t(open ? 'entry.hide' : 'entry.detail')}
          onClick={() => setOpen(!open)}
        >
          <ChevronIcon size={14} />
        </button>
      ) : (
        <span />
      )}
      {open ? (
        <dl className={styles.facts}>
          {lines.map((line) => (
            <div key={line.key}>
              <dt>{t(`field.${line.key}`, { defaultValue: line.key })}</dt>
              <dd>
                {line.before === undefined ? null : (
                  <del>
                    <FactValue value={line.before} />
                  </del>
                )}
                {line.before === undefined ? (
                  <FactValue value={line.after} />
                ) : (
                  <ins>
                    <FactValue value={line.after} />
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  )
}
