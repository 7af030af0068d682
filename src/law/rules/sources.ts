/** Where the texts were read. A rule names its sources by key. */
export const SOURCES = {
  S1: {
    text: '《市场监督管理投诉举报处理办法》和《网络交易监督管理办法》全文，市场监管总局网站',
    url: 'https://github.com/wangxx-yu/market-complaint-agent/blob/ae6093e/data/knowledge/rag_knowledge.json',
  },
  S2: {
    text: '《消费者权益保护法实施条例》全文，中国政府网',
    url: 'https://github.com/Rethymus/LegalHigh/blob/677c384/server/data/laws/crpl-imp-2024.json',
  },
  S3: {
    text: '法律、行政法规和司法解释全文汇编 LawRefBook（2025-04-19）',
    url: 'https://github.com/LawRefBook/Laws/tree/2f4c5c2',
  },
  S4: {
    text: '法律全文汇编 just-laws（2026-07-17）',
    url: 'https://github.com/ImCa0/just-laws/tree/5c000d2',
  },
  S5: {
    text: '《网络交易平台规则监督管理办法》《侵害消费者权益行为处罚办法》全文，12315 和网上立案流程说明',
    url: 'https://github.com/Yakusishere/RagLaw/tree/c7c87b7/data',
  },
  S6: { text: '市场监督管理投诉举报文书式样一至十（2026），单一副本' },
  S7: {
    text: '法释〔2025〕14号英文全文',
    url: 'https://afdip.com/China_IP_Laws/Others/Judicial_Interpretations/2025/1118/2176.html',
  },
  S8: {
    text: '国务院办公厅关于2026年部分节假日安排的通知，holiday-cn 数据',
    url: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
  },
  S9: { text: '网页转述，见所附网址' },
  S10: { text: '公开转载的说明材料，未见原文' },
  S11: { text: '本工具的默认值，没有法律出处' },
} as const satisfies Record<string, { text: string; url?: string }>;

export type SourceKey = keyof typeof SOURCES;
