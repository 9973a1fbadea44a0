import { mount } from '../ui/mount.tsx'
import { OrderPage } from './OrderPage.tsx'
import { loadOrderWords, OrderContext } from './words.ts'

const AGAIN_MS = 4000

loadOrderWords().then(
  (words) =>
    mount(() => (
      <OrderContext.Provider value={words}>
        <OrderPage />
      </OrderContext.Provider>
    )),
  () => setTimeout(() => location.reload(), AGAIN_MS),
)
