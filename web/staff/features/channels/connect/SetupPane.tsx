import { useBlocker } from '@tanstack/react-router'
import { App, Button, Form } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckResult, Connection } from '#contracts/channels/connect'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { CheckList } from './CheckList.tsx'
import styles from './connect.module.css'
import { useSaveConnection, useTestConnection } from './connect-queries.ts'
import { SetupFields } from './SetupFields.tsx'
import { type Filled, filledOf, settingsOf } from './setup-values.ts'

/** The settings of one channel: fill in, save, test. What is not saved is not left by mistake. */
export function SetupPane({ connection }: { connection: Connection }) {
  const { t } = useTranslation('channels')
  const [form] = Form.useForm<Filled>()
  const [dirty, setDirty] = useState(false)
  const [saves, setSaves] = useState(0)
  const [refused, setRefused] = useState('')
  const [result, setResult] = useState<CheckResult | null>(null)
  const save = useSaveConnection(connection.id)
  const test = useTestConnection(connection.id)
  const problem = useProblem()
  const done = useDone()
  useLeaveGuard(dirty)

  const refuse = (error: unknown) => {
    const field = (error as { field?: string } | null)?.field
    if (!field || !connection.fields.some((one) => one.key === field)) return problem(error)
    setRefused(field)
    form.setFields([{ name: field, errors: [(error as Error).message] }])
    // A folded part has to open first.
    requestAnimationFrame(() => form.scrollToField(field, { block: 'center' }))
  }
  const keep = async (): Promise<boolean> => {
    const filled = await form.validateFields().catch((fault: { errorFields?: { name: string[] }[] }) => {
      setRefused(String(fault.errorFields?.[0]?.name[0] ?? ''))
      problem(new Error(t('connect.error')))
    })
    if (!filled) return false
    try {
      await save.mutateAsync(settingsOf(connection.fields, filled))
    } catch (error) {
      refuse(error)
      return false
    }
    setDirty(false)
    setRefused('')
    setSaves((count) => count + 1)
    return true
  }
  const check = async () => {
    setResult(null)
    if ((dirty || !connection.connectedAt) && !(await keep())) return
    await test.mutateAsync().then(setResult, problem)
  }
  return (
    <section className={styles.setup} aria-labelledby="channel-settings">
      <h2 id="channel-settings">{t('connect.settings')}</h2>
      <Form
        key={saves}
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={filledOf(connection)}
        onValuesChange={() => setDirty(true)}
        onFinish={() => void keep().then((kept) => kept && done(t('connect.saved')))}
      >
        <SetupFields connection={connection} refused={refused} onChanged={() => setDirty(true)} />
        <div className={styles.deeds}>
          <Button
            type={result?.ok && !dirty ? 'default' : 'primary'}
            htmlType="submit"
            loading={save.isPending}
          >
            {t('connect.save')}
          </Button>
          <Button loading={test.isPending} disabled={save.isPending} onClick={() => void check()}>
            {t(test.isPending ? 'connect.testing' : 'connect.test')}
          </Button>
        </div>
        <p className={styles.soft}>{t('connect.testHint')}</p>
      </Form>
      <div aria-live="polite">{result ? <CheckList kind={connection.kind} result={result} /> : null}</div>
    </section>
  )
}

/** Asks before a page with unsaved changes is left, by a link, by going back and by closing the window. */
function useLeaveGuard(dirty: boolean): void {
  const { t } = useTranslation('channels')
  const { modal } = App.useApp()
  const asking = useRef(false)
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: dirty,
    shouldBlockFn: async () => {
      if (asking.current) return true
      asking.current = true
      const leaves = await modal.confirm({
        title: t('connect.leaveTitle'),
        content: t('connect.leaveHint'),
        okText: t('connect.leave'),
        cancelText: t('connect.stay'),
      })
      asking.current = false
      return !leaves
    },
  })
}
