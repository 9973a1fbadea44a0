import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Investigation } from '#contracts/tickets/investigation'
import styles from './Investigation.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { FindingsState } from './use-findings.ts'
import type { Saving } from './use-save-findings.ts'

type Props = { record: Investigation; findings: FindingsState; saving: Saving }

/** Save, conclude, and what to do when somebody else has changed the record. */
export function FindingsBar({ record, findings, saving }: Props) {
  const { t } = useTranslation('investigation')
  const { mine, dirty, clash } = findings
  const complete = mine.cause !== null && mine.conclusion.trim() !== ''
  if (clash)
    return (
      <div className={styles.clash} role="alert">
        <p>
          <strong>{t('clash.title', { name: record.updatedBy })}</strong> {t('clash.hint')}
        </p>
        <div className={styles.buttons}>
          <Button onClick={findings.drop}>{t('clash.theirs')}</Button>
          <Button type="primary" onClick={findings.merge}>
            {t('clash.merge')}
          </Button>
        </div>
      </div>
    )
  return (
    <div className={styles.bar} data-dirty={dirty}>
      <span>{dirty ? t('save.unsaved') : complete ? '' : t('conclude.missing')}</span>
      <div className={styles.buttons}>
        {dirty ? (
          <Button type="text" disabled={saving.busy} onClick={findings.drop}>
            {t('save.drop')}
          </Button>
        ) : null}
        {dirty ? (
          <Button
            type={complete ? 'default' : 'primary'}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            loading={saving.busy}
            onClick={saving.save}
          >
            {t('save.do')}
          </Button>
        ) : null}
        {complete ? (
          <Button type="primary" loading={saving.busy} onClick={() => void saving.conclude()}>
            {t('conclude.do')}
          </Button>
        ) : null}
      </div>
      {saving.unheard ? (
        <ReasonDialog
          title={t('conclude.unheardTitle', { name: record.accused?.who.name ?? '' })}
          hint={t('conclude.unheardHint')}
          placeholder={t('conclude.unheardPlaceholder')}
          ok={t('conclude.unheardDo')}
          busy={saving.busy}
          send={(reason) => void saving.conclude(reason)}
          close={saving.heard}
        />
      ) : null}
    </div>
  )
}
