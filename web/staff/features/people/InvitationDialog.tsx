import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { dateTime } from '../../ui/use-when.ts'
import type { InvitationLink } from './people-queries.ts'

export type IssuedInvitation = { name: string; link: InvitationLink }

/** The one time the invitation link is seen. */
export function InvitationDialog({
  issued,
  onClose,
}: {
  issued: IssuedInvitation | null
  onClose: () => void
}) {
  const { t, i18n } = useTranslation('people')
  const name = issued?.name ?? ''
  return (
    <Modal
      open={issued !== null}
      title={t('link.title', { name })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('link.done')}
        </Button>
      }
    >
      {issued ? (
        <>
          <p style={{ marginBottom: 16 }}>
            {t('link.once', { name, until: dateTime(issued.link.expiresAt, i18n.language) })}
          </p>
          <CopyLine text={absolute(issued.link.url)} label={t('link.copy')} />
        </>
      ) : null}
    </Modal>
  )
}

function absolute(url: string): string {
  return new URL(url, window.location.origin).href
}
