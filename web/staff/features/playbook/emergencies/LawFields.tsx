import { Input, Switch } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanStep } from '#contracts/playbook/emergency'
import { useZone } from '../../../app/session.ts'
import { dayIn } from '../../../ui/time.ts'
import fieldsStyles from '../fields.module.css'
import { TextField } from '../TextField.tsx'
import type { SetStep } from './part-props.ts'

/** Whether the step is a duty by law: where that stands, since when, and whether the local authority is still to be asked. */
export function LawFields({ step, set }: { step: PlanStep; set: SetStep }) {
  const { t } = useTranslation('playbook-emergency')
  const id = useId()
  const { law } = step
  const today = dayIn(useZone(), Date.now())
  return (
    <div className={fieldsStyles.field}>
      <span className={fieldsStyles.number}>
        <label htmlFor={`${id}-on`}>{t('law.title')}</label>
        <Switch
          id={`${id}-on`}
          checked={law !== undefined}
          onChange={(on) =>
            on ? set({ law: { source: '', validFrom: today, confirm: true } }) : set({}, 'law')
          }
        />
      </span>
      {law ? (
        <>
          <TextField
            multiline
            label={t('law.source')}
            hint={t('law.sourceHint')}
            value={law.source}
            onChange={(source) => set({ law: { ...law, source: source ?? '' } })}
          />
          <TextField
            optional
            label={t('law.limit')}
            hint={t('law.limitHint')}
            value={law.limit}
            onChange={(limit) => {
              const { limit: _, ...rest } = law
              set({ law: limit === undefined ? rest : { ...rest, limit } })
            }}
          />
          <span className={fieldsStyles.number}>
            <div>
              <label htmlFor={`${id}-own`}>{t('law.ownTime')}</label>
              <small>{t('law.ownTimeHint')}</small>
            </div>
            <Switch
              id={`${id}-own`}
              checked={law.ownTime === true}
              onChange={(ownTime) => set({ law: { ...law, ownTime } })}
            />
          </span>
          <div className={fieldsStyles.field}>
            <label htmlFor={`${id}-from`}>{t('law.validFrom')}</label>
            <Input
              id={`${id}-from`}
              type="date"
              value={law.validFrom}
              onChange={({ target }) => target.value && set({ law: { ...law, validFrom: target.value } })}
            />
          </div>
          <span className={fieldsStyles.number}>
            <div>
              <label htmlFor={`${id}-confirm`}>{t('law.confirm')}</label>
              <small>{t('law.confirmHint')}</small>
            </div>
            <Switch
              id={`${id}-confirm`}
              checked={law.confirm}
              onChange={(confirm) => set({ law: { ...law, confirm } })}
            />
          </span>
        </>
      ) : null}
    </div>
  )
}
