import { Alert, Button, Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parse, stringify, YAMLParseError } from 'yaml'
import type { Edit } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import { inOrder } from './in-order.ts'
import layoutStyles from './layout.module.css'

type Format = 'YAML' | 'JSON'

/** The whole document as text, for whoever knows it; what can't be read is named by its line and never saved. */
export function TextSection({ document, edit }: { document: unknown; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const [format, setFormat] = useState<Format>('YAML')
  const [text, setText] = useState<string | null>(null)
  const [fault, setFault] = useState<{ line: number; reason: string } | null>(null)
  const written = useMemo(() => write(inOrder(document), format), [document, format])
  const shown = text ?? written
  const save = () => {
    try {
      edit?.change([], format === 'YAML' ? parse(shown) : JSON.parse(shown))
      setFault(null)
      setText(null)
    } catch (error) {
      setFault(faultOf(error, shown))
    }
  }
  return (
    <div className={fieldsStyles.fields}>
      <div className={layoutStyles.tools}>
        <Segmented<Format>
          aria-label={t('text.format')}
          value={format}
          options={['YAML', 'JSON']}
          disabled={text !== null}
          onChange={setFormat}
        />
        {edit ? (
          <>
            <Button type="primary" disabled={text === null} onClick={save}>
              {t('text.save')}
            </Button>
            <Button
              type="text"
              disabled={text === null}
              onClick={() => {
                setText(null)
                setFault(null)
              }}
            >
              {t('text.reset')}
            </Button>
          </>
        ) : (
          <span>{t('text.readOnly')}</span>
        )}
      </div>
      {fault ? <Alert type="error" title={t('text.wrong', fault)} /> : null}
      <Input.TextArea
        aria-label={t('text.label')}
        className={fieldsStyles.source}
        spellCheck={false}
        readOnly={edit === null}
        rows={28}
        value={shown}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  )
}

function write(document: unknown, format: Format): string {
  return format === 'YAML' ? stringify(document, { lineWidth: 110 }) : JSON.stringify(document, null, 2)
}

function faultOf(error: unknown, text: string): { line: number; reason: string } {
  if (error instanceof YAMLParseError)
    return { line: error.linePos?.[0].line ?? 1, reason: error.message.split('\n')[0] ?? '' }
  const reason = error instanceof Error ? error.message : String(error)
  const at = Number(reason.match(/position (\d+)/)?.[1] ?? 0)
  return { line: text.slice(0, at).split('\n').length, reason }
}
