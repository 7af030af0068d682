/**
 * How a word is disguised: traditional forms, split characters, pictures and
 * pinyin. Only characters that occur in the phrase tables matter, so this is
 * no general converter.
 */

/** Traditional, then simplified, in pairs. */
const PAIRS =
  '騙骗們们個个這这來来會会說说話话錢钱還还給给對对買买賣卖貨货處处訴诉舉举報报詐诈慮虑斷断絕绝傢家夥伙師师傳传銷销惡恶噁恶無无恥耻賤贱媽妈馬马嗎吗罵骂豬猪雞鸡殘残' +
  '腦脑癱瘫廢废滾滚敗败類类雜杂種种龜龟孫孙爛烂髒脏屍尸臉脸顏颜貪贪強强盜盗賊贼騰腾訛讹贓赃髮发發发網网絡络體体電电視视聞闻開开門门關关閉闭業业營营執执罰罚證证據据' +
  '號号碼码帳账賬账戶户銀银幣币圓元價价償偿賠赔補补換换應应該该須须願愿讓让員员鋪铺點点嚴严後后負负責责權权護护協协調调論论違违約约規规則则認认為为與与從从沒没過过' +
  '時时間间經经歷历難难憤愤氣气虧亏虛虚偽伪誤误導导瞞瞒轉转實实貸贷聯联繫系係系連连結结終终於于總总當当舊旧樣样東东風风見见覺觉親亲觀观聽听訪访記记許许設设評评詞词' +
  '試试詳详請请談谈諾诺謊谎識识譽誉議议讀读變变費费資资賴赖質质購购賽赛贏赢趕赶跡迹車车軍军輕轻較较輛辆辦办農农運运達达遠远遞递選选遺遗郵邮鄉乡釋释針针鋼钢錄录錯错' +
  '鍵键長长閃闪陰阴陳陈陽阳隊队階阶際际隨随險险隱隐雙双離离靈灵靜静響响頁页項项順顺預预頭头題题額额飛飞飯饭館馆驗验驚惊魚鱼鳥鸟麗丽麼么黃黄齊齐齒齿龍龙亂乱備备傷伤' +
  '僅仅億亿優优儘尽兇凶兩两冊册凍冻減减創创劃划動动務务勝胜勞劳勢势區区卻却參参雲云問问啟启單单嗆呛嘔呕嘍喽嚇吓國国園园圖图團团壓压壞坏壽寿夠够奪夺奮奋婦妇學学寧宁' +
  '審审寫写寶宝專专將将尋寻層层屬属島岛幫帮幹干廠厂廣广廳厅張张彈弹彙汇復复態态慘惨慣惯憑凭懲惩懷怀戰战戲戏拋抛捨舍掃扫掛挂採采揚扬揮挥損损搖摇搶抢撥拨擁拥擇择擊击' +
  '擔担擴扩攔拦攝摄敵敌數数斃毙暫暂曬晒書书條条極极構构槍枪樂乐樓楼機机檢检櫃柜歡欢歲岁歸归殺杀毀毁決决況况測测滅灭滿满漢汉潰溃潛潜澤泽濫滥災灾烏乌煩烦熱热燒烧爭争' +
  '爺爷爾尔牆墙狀状獎奖獨独獲获現现環环產产畢毕異异療疗盡尽監监盤盘眾众睏困確确禮礼禍祸稅税穩稳窮穷竊窃競竞筆笔範范築筑簡简簽签籤签糾纠納纳紙纸級级細细組组絲丝統统' +
  '維维緊紧線线編编練练縣县縮缩織织繼继續续纔才罷罢羅罗義义習习聖圣聲声職职肅肃膽胆臟脏臨临舖铺艦舰藝艺蘋苹術术衛卫裝装裡里裏里複复襲袭討讨訓训託托訊讯診诊註注詢询' +
  '誰谁課课謝谢譯译讚赞豐丰財财貢贡貧贫販贩貴贵賓宾賜赐賺赚贈赠轟轰辭辞邊边醜丑醫医釣钓鈔钞鎖锁鏈链鐵铁鑒鉴閒闲闆板雖虽頂顶領领頻频顧顾顯显飽饱餓饿騎骑騷骚髏髅鬥斗' +
  '鬧闹鮮鲜鴨鸭鹽盐黨党妳你爲为衆众僞伪臺台誠诚誣诬衊蔑誹诽謗谤餘余帶带幾几隻只刪删釘钉紅红喪丧嘆叹獄狱淚泪嗚呜屆届紮扎喫吃掙挣瘋疯癡痴蟲虫鱉鳖螞蚂蠅蝇壘垒陣阵鈣钙' +
  '鈴铃鈕钮銳锐貓猫贗赝贖赎躍跃蹤踪';

const SPECIAL: Readonly<Record<string, string>> = {
  '🐴': '马',
  '🐎': '马',
  '🐶': '狗',
  '🐕': '狗',
  '🐷': '猪',
  '🐖': '猪',
  '🐔': '鸡',
  '🐓': '鸡',
  '🐢': '龟',
  '🌿': '草',
  '💩': '屎',
  '🖕': '操你',
  '❗': '!',
  '❕': '!',
  '‼': '!!',
  '⁉': '!?',
  '❓': '?',
  '❔': '?',
  孑: '子',
  馿: '驴',
};

function foldTable(): Map<string, string> {
  const table = new Map(Object.entries(SPECIAL));
  for (let i = 0; i + 1 < PAIRS.length; i += 2) {
    table.set(PAIRS[i]!, PAIRS[i + 1]!);
  }
  return table;
}

/** Single characters (by code point) that stand for another in every reading here. */
export const FOLDED_CHARACTERS: ReadonlyMap<string, string> = foldTable();

/**
 * Latin spellings that are an insult wherever they stand alone, written without
 * separators: `s.b`, `t m d` and `cao ni ma` are joined before they are looked up.
 */
export const LATIN_INSULTS: ReadonlySet<string> = new Set([
  'nmsl',
  'tmd',
  'tnnd',
  'cnm',
  'cnmd',
  'cnmb',
  'cnmsl',
  'nmslwsnd',
  'caonima',
  'caoni',
  'caonm',
  'wcnm',
  'wcnmb',
  'wdnmd',
  'nmd',
  'rnm',
  'rnmb',
  'qnmd',
  'qnmlgb',
  'wqnmlgb',
  'mlgb',
  'nmb',
  'nmlgb',
  'tmb',
  'mmp',
  'mdzz',
  'dsb',
  'ssb',
  'cjb',
  'djb',
  'shabi',
  'shabee',
  'nima',
  'nimade',
  'tamade',
  'wocao',
  'gouride',
  'laji',
  'feiwu',
  'hundan',
  'wangbadan',
  'biaozi',
  'jianren',
  'chusheng',
  'naocan',
  'naotan',
  'zhizhang',
  'qunima',
  'gunnima',
  'guncu',
  'gundan',
  'goubi',
  'goudongxi',
  'saobi',
  'diaomao',
  'pujie',
  'dllm',
  'dnlm',
  'delaylomo',
  'simadongxi',
  'fuck',
  'fucking',
  'fucker',
  'fuckyou',
  'fxxk',
  'shit',
  'bullshit',
  'bitch',
  'asshole',
  'bastard',
  'idiot',
  'moron',
  'motherfucker',
  'wtf',
  'stfu',
  'scumbag',
]);

/** Latin spellings of an accusation. */
export const LATIN_ACCUSATIONS: ReadonlySet<string> = new Set([
  'pianzi',
  'pianqian',
  'pianren',
  'zhapian',
  'zhapianfan',
  'dapianzi',
  'sipianzi',
  'heidian',
  'jianshang',
  'heixin',
  'scam',
  'scammer',
  'scammers',
  'swindler',
  'fraudster',
  'zpf',
]);

/** Ambiguous alone (a model, an extension): insults only beside words about a person or a shop. */
export const LATIN_SHORT: ReadonlySet<string> = new Set([
  'sb',
  's13',
  's1b',
  'zz',
  'nt',
  'lj',
  'fw',
  'md',
  'tm',
  'jb',
  '2b',
]);
/** As LATIN_SHORT, for accusations. */
export const LATIN_SHORT_ACCUSATIONS: ReadonlySet<string> = new Set(['pz']);
