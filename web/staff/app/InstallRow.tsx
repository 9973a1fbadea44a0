import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Chromium's offer to install the page; other browsers have none. */
type InstallOffer = Event & { prompt: () => Promise<unknown> }
let offered: InstallOffer | null = null
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  offered = event as InstallOffer
  window.dispatchEvent(new Event('huiyin:installable'))
})

const installed = () => window.matchMedia('(display-mode: standalone)').matches
const onApple = () => /iPhone|iPad/.test(navigator.userAgent)

/** 装到桌面: a button where the browser can, the way to do it by hand on an iPhone, nothing once it is installed. */
export function InstallRow() {
  const { t } = useTranslation()
  const [offer, setOffer] = useState(offered)
  useEffect(() => {
    const show = () => setOffer(offered)
    window.addEventListener('huiyin:installable', show)
    return () => window.removeEventListener('huiyin:installable', show)
  }, [])
  if (installed()) return null
  if (offer) {
    const install = () => offer.prompt().then(() => setOffer(null))
    return (
      <Button block onClick={() => void install()}>
        {t('you.install')}
      </Button>
    )
  }
  return onApple() ? <p>{t('you.installApple')}</p> : null
}
