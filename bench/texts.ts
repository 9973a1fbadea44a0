const OPENINGS = ['今天中午点的', '昨晚点的', '刚拿到的', '等了一个小时的', '同事一起点的']
const THINGS = ['黄焖鸡', '酸菜鱼', '牛肉面', '麻辣烫', '炸鸡套餐', '皮蛋粥', '煲仔饭']
const FAULTS = [
  '汤全洒了，袋子里都是油',
  '送来已经凉透了',
  '少了一份米饭',
  '味道比上次咸很多',
  '骑手态度很差，放下就走',
  '筷子都没有给',
  '菜里吃出一根头发',
  '等了两个小时才到',
  '分量比图片少一半',
  '很好吃，下次还来',
  '能不能开发票',
  '希望出小份',
]

/** The n-th of many different made-up texts. */
export function benchText(n: number): string {
  return `${OPENINGS[n % OPENINGS.length]}${THINGS[(n * 3) % THINGS.length]}，${FAULTS[(n * 7) % FAULTS.length]}。第 ${n} 单。`
}
