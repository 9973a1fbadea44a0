import { useTranslation } from 'react-i18next'
import { Kind, type Playbook, Priority, SlaMetric } from '#contracts/playbook'
import { Section } from '../../ui/Section.tsx'
import type { Edit, Path } from './draft-editing.ts'
import layoutStyles from './layout.module.css'
import { PriorityMark } from './PriorityMark.tsx'
import { ScrollBox } from './ScrollBox.tsx'
import { SlaExtras } from './SlaExtras.tsx'
import { TargetField } from './TargetField.tsx'
import tablesStyles from './tables.module.css'
import { usePlaybookWords } from './use-playbook-words.ts'

type Target = { minutes: number; calendar: string }

/** Deadlines by priority and metric; kinds with deadlines of their own below. */
export function SlaSection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const kinds = Kind.options.filter((kind) => doc.sla.kinds[kind])
  return (
    <>
      <ScrollBox label={t('section.sla')}>
        <table className={tablesStyles.sla}>
          <thead>
            <tr>
              <th scope="col">{t('sla.priority')}</th>
              {SlaMetric.options.map((metric) => (
                <th key={metric} scope="col">
                  {t(`sla.metric.${metric}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Priority.options.map((priority) => (
              <tr key={priority}>
                <th scope="row">
                  <PriorityMark priority={priority} />
                </th>
                {SlaMetric.options.map((metric) => (
                  <TargetCell
                    key={metric}
                    doc={doc}
                    edit={edit}
                    label={t('sla.field', { priority, metric: t(`sla.metric.${metric}`) })}
                    path={['sla', priority, metric]}
                    target={doc.sla[priority][metric]}
                  />
                ))}
              </tr>
            ))}
            {kinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`kind.${kind}`)}</th>
                {SlaMetric.options.map((metric) => (
                  <TargetCell
                    key={metric}
                    doc={doc}
                    edit={edit}
                    label={t('sla.field', { priority: t(`kind.${kind}`), metric: t(`sla.metric.${metric}`) })}
                    path={['sla', 'kinds', kind, metric]}
                    target={doc.sla.kinds[kind]?.[metric]}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Section title={t('sla.more')}>
        <SlaExtras sla={doc.sla} edit={edit} />
      </Section>
    </>
  )
}

type CellProps = { doc: Playbook; edit: Edit | null; label: string; path: Path; target: Target | undefined }

function TargetCell({ doc, edit, label, path, target }: CellProps) {
  const { t } = useTranslation('playbook-admin')
  const words = usePlaybookWords(doc)
  if (!target) return <td className={layoutStyles.none}>{t('sla.none')}</td>
  if (edit) {
    return (
      <td>
        <TargetField doc={doc} label={label} value={target} onChange={(next) => edit.change(path, next)} />
      </td>
    )
  }
  return (
    <td>
      {words.minutes(target.minutes)}
      <small>{words.calendar(target.calendar)}</small>
    </td>
  )
}
