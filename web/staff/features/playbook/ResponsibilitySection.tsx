import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook, ResponsibilityRule } from '#contracts/playbook'
import { PlusIcon } from '../../ui/icons.tsx'
import { type Edit, moved } from './draft-editing.ts'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'
import { MoveButton } from './MoveButton.tsx'
import { RuleDrawer } from './RuleDrawer.tsx'
import { TeamsList } from './TeamsList.tsx'
import { useCondition } from './use-condition.ts'
import { usePlaybookWords } from './use-playbook-words.ts'

/** The rules in the order they are tried, each as a sentence: when, who, and who comes next. */
export function ResponsibilitySection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const [open, setOpen] = useState<number | null>(null)
  return (
    <>
      <ol className={listsStyles.rules}>
        {doc.responsibility.map((rule, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place
          <li key={i}>
            <RuleWords doc={doc} rule={rule} />
            {edit ? (
              <span className={layoutStyles.buttons}>
                <Button type="text" size="small" onClick={() => setOpen(i)}>
                  {t('edit.change')}
                </Button>
                <MoveButton
                  by={-1}
                  disabled={i === 0}
                  onMove={() => edit.change(['responsibility'], moved(doc.responsibility, i, -1))}
                />
                <MoveButton
                  by={1}
                  disabled={i === doc.responsibility.length - 1}
                  onMove={() => edit.change(['responsibility'], moved(doc.responsibility, i, 1))}
                />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {edit ? (
        <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)}>
          {t('rule.new')}
        </Button>
      ) : null}
      <TeamsList doc={doc} edit={edit} />
      {edit && open !== null ? (
        <RuleDrawer doc={doc} edit={edit} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  )
}

function RuleWords({ doc, rule }: { doc: Playbook; rule: ResponsibilityRule }) {
  const { t } = useTranslation(['playbook-admin', 'people'])
  const words = usePlaybookWords(doc)
  const condition = useCondition(doc)(rule.when)
  return (
    <span className={listsStyles.rule}>
      <strong>{words.say(rule.name)}</strong>
      <span>{condition || t('rule.always')}</span>
      <span>
        {words.team(rule.team)} · <b>{t(`people:role.${rule.role}`)}</b>
        {rule.together.length > 0 ? (
          <small>
            {t('rule.together')} {rule.together.map(words.team).join(t('common:list.and'))}
          </small>
        ) : null}
      </span>
      <small title={t('rule.chain')}>
        → {rule.chain.map((role) => t(`people:role.${role}`)).join(' → ')}
      </small>
    </span>
  )
}
