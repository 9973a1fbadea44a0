import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { PlusIcon } from '../../ui/icons.tsx'
import type { Edit } from './draft-editing.ts'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'
import { PriorityMark } from './PriorityMark.tsx'
import { RiskDrawer } from './RiskDrawer.tsx'
import { usePlaybookWords } from './use-playbook-words.ts'
import { WordTags } from './WordTags.tsx'

type Risk = Playbook['risks'][number]

/** Words that raise an emergency by themselves, and whom they call. */
export function RisksSection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const [open, setOpen] = useState<number | null>(null)
  return (
    <>
      <ul className={layoutStyles.group}>
        {doc.risks.map((risk, i) => (
          <RiskLine key={risk.key} doc={doc} risk={risk} onEdit={edit ? () => setOpen(i) : null} />
        ))}
      </ul>
      {edit ? (
        <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)} style={{ marginTop: 16 }}>
          {t('risk.new')}
        </Button>
      ) : null}
      {edit && open !== null ? (
        <RiskDrawer doc={doc} edit={edit} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  )
}

function RiskLine({ doc, risk, onEdit }: { doc: Playbook; risk: Risk; onEdit: (() => void) | null }) {
  const { t } = useTranslation(['playbook-admin', 'people'])
  const words = usePlaybookWords(doc)
  const notify = risk.notify.map((role) => t(`people:role.${role}`)).join(t('common:list.and'))
  return (
    <li className={listsStyles.child}>
      <span className={listsStyles.name}>
        <strong>{words.say(risk.name)}</strong>
        <small>{words.category(risk.category)}</small>
      </span>
      <span className={listsStyles.stack}>
        <WordTags words={risk.words} />
        {risk.unless.length > 0 ? (
          <small>
            {t('risk.unless')}：{risk.unless.join(t('common:list.and'))}
          </small>
        ) : null}
      </span>
      <span className={listsStyles.level}>
        <PriorityMark priority={words.priority(risk.severity, risk.impact)} />
        <small>{notify ? `${t('risk.notify')} ${notify}` : t('risk.notifyNone')}</small>
      </span>
      {onEdit ? (
        <Button
          type="text"
          size="small"
          onClick={onEdit}
          aria-label={`${t('edit.change')} ${words.say(risk.name)}`}
        >
          {t('edit.change')}
        </Button>
      ) : null}
    </li>
  )
}
