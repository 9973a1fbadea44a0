import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startI18n } from './app/i18n.ts'
import { keepForOffline } from './app/offline-worker.ts'
import { applyTheme, storedTheme } from './ui/theme.ts'

applyTheme(storedTheme())
keepForOffline()
startI18n().then(() => {
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<App />)
})
