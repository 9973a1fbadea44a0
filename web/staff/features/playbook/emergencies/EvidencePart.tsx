import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { freshKey } from '../../../ui/fresh-key.ts'
import { PlusIcon } from '../../../ui/icons.tsx'
import { Section } from '../../../ui/Section.tsx'
import { without } from '../draft-editing.ts'
import { ItemDrawer } from '../ItemDrawer.tsx'
import { TextField } from '../TextField.tsx'
import { EditButton } from './EditButton.tsx'
import styles from './emergencies.module.css'
import type { PartProps } from './part-props.ts'
import { usePlanWords } from './use-plan-words.ts'

const MOST = 30

/** What is kept and never thrown away while the incident runs. */
export function EvidencePart(props: PartProps) {
  const { doc, plan, put } = props
  const { t } = useTranslation('playbook-emergency')
  const { say } = usePlanWords(doc, plan)
  const [open, setOpen] = useState<number | null>(null)
  return (
    <Section
      title={t('part.evidence')}
      hint={t('evidence.hint')}
      actions={
        put && plan.evidence.length < MOST ? (
          <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)}>
            {t('evidence.new')}
          </Button>
        ) : null
      }
    >
      {plan.evidence.length === 0 ? <p className={styles.none}>{t('evidence.none')}</p> : null}
      <ul className={styles.short}>
        {plan.evidence.map((line, i) => (
          <li key={line.key}>
            <span>{say(line.text)}</span>
            {put ? <EditButton name={say(line.text)} onClick={() => setOpen(i)} /> : null}
          </li>
        ))}
      </ul>
      {put && open !== null ? (
        <EvidenceDrawer {...props} put={put} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  )
}

type DrawerProps = PartProps & { put: (plan: EmergencyPlan) => void; index: number; onClose: () => void }

function EvidenceDrawer({ doc, plan, put, index, onClose }: DrawerProps) {
  const { t } = useTranslation('playbook-emergency')
  const { say } = usePlanWords(doc, plan)
  const lines = plan.evidence
  const held = lines[index]
  const [text, setText] = useState<EmergencyPlan['evidence'][number]['text']>(held?.text ?? '')
  const save = (evidence: EmergencyPlan['evidence']) => {
    put({ ...plan, evidence })
    onClose()
  }
  const key =
    held?.key ??
    freshKey(
      'evidence',
      lines.map((line) => line.key),
    )
  return (
    <ItemDrawer
      open
      title={t(held ? 'evidence.edit' : 'evidence.new')}
      ready={say(text).trim() !== ''}
      onClose={onClose}
      onDone={() =>
        save(held ? lines.map((old, i) => (i === index ? { key, text } : old)) : [...lines, { key, text }])
      }
      remove={held ? { name: say(held.text), run: () => save(without(lines, index)) } : undefined}
    >
      <TextField multiline label={t('evidence.text')} value={text} onChange={(next) => setText(next ?? '')} />
    </ItemDrawer>
  )
}
