import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Playbook, type Template, TemplateScenario } from '#contracts/playbook'
import { PlusIcon } from '../../ui/icons.tsx'
import type { Edit } from './draft-editing.ts'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'
import { TemplateDrawer } from './TemplateDrawer.tsx'
import { usePlaybookWords } from './use-playbook-words.ts'

/** Reply templates by scenario; variables read as what they stand for. */
export function TemplatesSection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const [open, setOpen] = useState<number | null>(null)
  const indexed = doc.templates.map((template, index) => ({ template, index }))
  return (
    <>
      {edit ? (
        <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)} style={{ marginBottom: 16 }}>
          {t('template.new')}
        </Button>
      ) : null}
      {TemplateScenario.options.map((scenario) => {
        const held = indexed.filter(({ template }) => template.scenario === scenario)
        if (held.length === 0) return null
        return (
          <section key={scenario} className={layoutStyles.group}>
            <header>
              <h3>{t(`template.scenario.${scenario}`)}</h3>
            </header>
            <ul>
              {held.map(({ template, index }) => (
                <TemplateLine
                  key={template.key}
                  doc={doc}
                  template={template}
                  onEdit={edit ? () => setOpen(index) : null}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {edit && open !== null ? (
        <TemplateDrawer doc={doc} edit={edit} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  )
}

function TemplateLine({
  doc,
  template,
  onEdit,
}: {
  doc: Playbook
  template: Template
  onEdit: (() => void) | null
}) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const kinds = template.kinds.map((kind) => t(`kind.${kind}`)).join(t('common:list.and'))
  return (
    <li className={listsStyles.template}>
      <span className={listsStyles.name}>
        <strong>{say(template.name)}</strong>
        <small>
          {t(`template.tone.${template.tone}`)} · {kinds || t('template.kindsAll')}
        </small>
      </span>
      <p>
        <WithVariables text={say(template.text)} />
      </p>
      {onEdit ? (
        <Button
          type="text"
          size="small"
          onClick={onEdit}
          aria-label={`${t('edit.change')} ${say(template.name)}`}
        >
          {t('edit.change')}
        </Button>
      ) : null}
    </li>
  )
}

function WithVariables({ text }: { text: string }) {
  const { t } = useTranslation('playbook-admin')
  const parts = text.split(/(\{\{\w+\}\})/)
  return parts.map((part, i) => {
    const name = part.match(/^\{\{(\w+)\}\}$/)?.[1]
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging sentence
    return name ? <mark key={i}>{t(`template.variable.${name}`)}</mark> : part
  })
}
