/**
 * What is not said in Taiwan, and what the dictionary makes of a word by mistake: neither may be in locales/zh-TW nor in a pack as it is
 * read there. Names of laws, and words that only look like one of these (馬上報警, 平台帳號), are let through.
 */
export const MAINLAND_WORDS = new RegExp(
  [
    // The shop and the emergency room.
    '(?<!產品)質量|質檢|保質期|門店|店鋪|外賣|騎手|小票|渠道|二維碼|投訴|差評|充值|積分|菜品|點單|堂食|酒店|賬|代金券|熱線|打包[台臺費時]|抽檢|晨檢|隱患|火情|三無',
    '崗位(?<!工作崗位)|[離空頂在上停]崗(?!位)|應答|對接|(?<![馬線網晚早以])上報(?!紙)|接報|資質|口徑|個崗|核查|排查|核實|辦結|並回執|還沒回執|票據|賠付|燃氣|疾控|公安(?!局)',
    '[做停同退](?:這個|完|過的|當次)?項目(?!的)|護理項目|項目(?:禁忌|功效|退款)',
    // The console.
    '視頻|短信|打印|默認|用戶|登錄|登入名|郵箱|許可權|帖子|監控(?!溫度)(?<!溫度監控|輿情監控)|軟件|硬件|鼠標|屏幕|服務器|鏈接|激活|粘貼|信息(?!保護法)|網絡(?!不正當|安全)|時間段|發件人|大模型|介面(?:地址|金鑰|說明)|網站地址|推送地址|台帳(?![號戶單])|時長|群機器人(?<!「群機器人)',
    '(?<!不再)記錄(?!結果|聯絡|護理後)(?<!全程記錄)',
    ' 條(?![件款])|[這一]條(?:訊息|簡訊|回覆|評價|回饋|預警)|幾條(?<!第幾條)|條數',
    // Slips of the dictionary.
    '唯一齣|被髮|別隻|並聯系|臺|平清冊',
  ].join('|'),
)
