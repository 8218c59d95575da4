/**
 * The words that notices are made of, by what each does in one. A clause is read as a string of these codes, one a word,
 * by longest match from left to right; a character that belongs to no word is {@link UNKNOWN}.
 */
const WORDS: Readonly<Record<string, string>> = {
  /** Points at something near. */
  D: '本 此 该 本次 本期 本份 本篇 本套 本批 本部 本册 此份 此次 以下 以上 上述 下列',
  /** What a notice can stand on. */
  P: `资料 材料 文件 文件袋 文稿 文本 文章 文档 文电 文书 明电 电报 刊物 期刊 简报 通报 专报 快报 要报 通讯 快讯 简讯 专刊 摘报 文摘 要情 舆情 月刊 周刊 季刊 月报 日报 剪报 明传电报 传电报 传真 传真电报 附件 名册 名单 清单 参考资料 链接 ppt 情况 情况通报 信息 动态 读物 书籍
    稿件 稿子 讲话稿 讲话 讲稿 发言 发言稿 报告 内容 件 稿 刊 文 书 册 课件 讲义 教材 手册 汇编 纪要 会议纪要 清样 样稿 样张 草案
    讨论稿 征求意见 征求意见稿 事项 未定稿 送审本 初稿 草稿 底稿 原稿 定稿 抄件 副本 复印件 复制件 速记稿 译文 译稿 书稿 范文 范例 样例 例文 模板 样本 题库 照片 录音带 音频 影像 送审稿 录音稿 视频 图片 网页 邮件 原文 原件 全文 document material`,
  /** Keeps a paper inside: 内部资料. */
  k: '内部 党内 军内 校内 系统内 院内 局内 厅内 部内 所内 厂内 馆内 司内 涉密 机要 非公开 敏感 内控 受控 对内 限阅',
  /** A kind of paper that is restricted by its name. */
  K: '内参 内刊 内宣 密级文件 参阅件 密件 涉密件 机要件 密电 密码电报 传阅件 送阅件 亲启件 阅后即焚 阅后即毁 亲启 亲收 亲阅 专送件 特送件 口头传达 国内发行 限制发行 内部本 内部版 受控本 受控版 内部印刷品 限制级文件 按保密规定 按保密要求 按密件 按内部文件 按内部资料 按涉密文件 按工作秘密 参照密件 confidential',
  /** Grades of secrecy. */
  G: '国家秘密 绝密 机密 秘密 工作秘密 商业秘密 工作机密 商业机密 核心商密 普通商密 商密',
  /** What readers do with a paper. */
  U: `使用 专用 参阅 参考 参看 阅读 阅览 阅知 阅示 阅研 审阅 查阅 批阅 掌握 知悉 学习 讨论 审议 研究 交流 借鉴 传达 决策 工作 培训 写作
    教学 观看 存档 用 阅 看 知 存 之用 所用 赠阅 交换`,
  /** Use within a circle, and the beginning of its end. */
  A: '传阅 印发 发行 出版 发放 宣传',
  /** How a paper leaves those who may have it. */
  V: `外传 外泄 外漏 外露 外发 外借 外流 外送 外扬 外出 泄露 泄漏 泄密 扩散 传播 传看 传抄 传给 传出 传递 传送 传输 公开 公布
    发布 散布 散发 流传 流出 流失 带出 带离 带走 携出 携带 复印 影印 打印 拍照 拍摄 摄影 摄像 照相 录音 录像 录制 翻拍 翻录 截图 截屏
    上互联网 上外网 上公网 上网传播 群外 圈外 转发朋友圈 转发微信群 转发到 转发至 转发给 发网上 发到网上 发上网 传 登报 见报 刊登 登载 刊载 刊发 发表 报道 引用 上网 上传 入网 联网 转借 转让 转送 转交 转告 转给 转存 另存 出借 出示 示人 张贴
    张扬 广播 播发 播放 销售 出售 抄录 摘抄 摘录 记录 披露 透露 遗失 丢失 丢弃 遗忘 落在 乱放 留存 私存 拷贝 推送 分享 提供 外存 互传 对外
    发朋友圈 外带 外寄 外转 外携 外抄 外讲 外投 外示 外宣 转述 转阅 转传 群发 上电视 见诸报端 见诸媒体 公之于众 挂网 扩大 带回 带至 带往 曝光 投稿 偷拍 编发 援引 摘引 复述 复写 誊抄 发往 发在`,
  /** How a text is made somebody else's. */
  C: '照搬 照抄 抄袭 套用 转载 转发 复制 翻印 翻版 摘编 改编 商用 洗稿 盗用 盗版 剽窃 搬运 爬取 抓取 下载 倒卖 转卖 照搬照抄 篡改 商业使用',
  N: `禁止 严禁 不得 请勿 切勿 万勿 勿 不要 请不要 谢绝 不准 不许 不可 不能 不宜 不应 不予 不便 暂不 不 莫 毋 拒绝 杜绝 避免 防止 严防 尚未 未
    依申请`,
  /** Only. */
  Y: '仅 只 专 谨 特 仅只 only',
  /** Only within. */
  y: '仅限 只限 限 限于 仅限于 只限于 仅面向 只面向 控制在 限定在 限制在',
  /** Only for; and for. */
  F: '仅供 只供 专供 谨供 特供 限供 仅提供给 只提供给 仅送 仅发 只发 仅作 只作 谨作 仅做 只做 仅为',
  f: '供 送 呈送 报送',
  /** Is, as. */
  W: '系 属 属于 为 是 作为 均为 均属 作 做',
  /** Those among whom a paper stays. */
  I: `领导 干部 党员 代表 委员 人员 职工 员工 教师 教职工 师生 成员 会员 学员 常委 班子 党组 党委 支部 单位 部门 机关 处室 科室 级 系统
    同志 与会 参会 会议 与会人员 参会人员 列席 大会 会务组 专家 评委 编委 大学 中学 小学 学院 学校 医院 银行 社区 街道 协会 学会 行业 组织 集团 公司 企业 县内 市内 省内 会内 群内
    本局 本厅 本院 本校 本部 本委 本办 本处 本科 本室 本县 本市 本区 本省 本镇 本乡 本村 本司 本所 本队 本系 本站 本会 本社 本厂 本班
    本单位 本系统 本部门 本公司 本集团 本机关 本级 本组 本群 我局 我院 我校 我部 我委 我县 我市 各单位 各部门 各级 各地 各位代表
    县委 市委 省委 区委 州委 镇党委 政府 人大 政协 纪委 组织部 宣传部 办公室 局 厅 委 部 处 科 室 组 院 校 办 科研 指定 持有人 收件人
    少数 中心 编辑部 上级 下级 组织人事 监事会 董事会 股东 客户 家长 学生 值班 主要负责人 书记 主任 常委会 全委会 县长 市长 局长 处长 校长 院长 董事 高管 骨干 中层 班子成员 支委 领导小组 指挥部 专班 老干部 会场 会议室 校园 办公场所 负责人 负责同志 主要领导 层 群众`,
  /** Those whom nobody can count: what is for them is for everybody. */
  E: '读者 网友 文友 大家 同行 朋友 爱好者 写作者 公众 广大',
  /** Gives it back, or does away with it. */
  R: `收回 退回 返还 烧掉 撕掉 清空 上缴 退还 留下 交工作人员 交会务人员 交会务组 交秘书处 删 交回 归还 删除 删掉 销毁 清退 焚毁 焚烧 烧毁 上交 缴回 缴还 回收 收缴 粉碎 交还 退 毁 收走 送回 撕毁 留在座位上 留在会场
    留在原位 放回原处 清除 注销`,
  /** When. */
  T: `阅后 看完 读完 阅办后 阅批后 批阅后 办后 办结后 办毕 阅毕 看毕 听后 阅览后 离会时 会议结束时 会上 阅完 看后 看完后 用后 用毕 会后 散会后 会议结束后 会毕 学后 学习后 传达后 传达完毕后 讨论后 审议后 读后 使用后 使用完毕后 培训后
    培训结束后 讲座后 活动结束后 阅读后 传阅后 审阅后 前 内 之前 之内 以内 以前 时 当日 当天 当场 离场时 散会时`,
  /** Please. */
  q: '请 敬请 务请 烦请 恳请 望 请予',
  /** Must, at once, without exception. */
  Q: `须 应 应当 务必 必须 需 即 立即 及时 尽快 一律 统一 按时 按期 定期 限期 如期 自行 全部 予以 予 注意 严格 切实 自觉 认真 将 把 由 于 好
    均 主动 可 可以 按规定 逐份 原样 如数 妥善 妥为 专人 专柜 谨慎 安全 登记 编号 严加 加以 只能 只得 办公室负责`,
  /** Keeps. */
  S: '保密 对外保密 妥存',
  s: '保管 保存 收存 收藏 存放 请存 存入 锁入 保藏 留存备查 管理 对待 处理 办理',
  /** How, where and to whom; what joins words. */
  M: `以 任何 一切 各种 所有 形式 方式 方法 手段 渠道 途径 名义 擅自 随意 任意 私自 再 进行 直接 间接 部分 整体 向外 向 对 给 用于 商业 用途 目的
    他用 在 通过 互联网 网络 网上 线上 微信 微信群 qq qq群 钉钉 钉钉群 工作群 抖音 快手 微博 论坛 网盘 云盘 u盘 邮箱 电子邮件 电子邮箱 短信 百度 文库 工具 软件 群 公众号 朋友圈 媒体 新闻 报刊 公共场所 公共场合 非涉密 机要柜 保险柜 密码柜 文件柜 会外 他人 外人 外界 社会 境外 第三方 无关
    非 个人 机构 家属 亲友 手机 及 和 或 或者 与 等 上 中 的 到 至 往 外网 按 按照 记者 范围 公网 外 出去 行为 就 、 其他 其它 有关 相关
    平台 网站 自媒体 以及 者 人 各位 电子设备 内外 之间 本网`,
  /** Passes a paper down to a level. */
  h: `发至 发到 印发至 印发到 下发至 下发到 分发至 发放至 传达到 传达至 口头传达至 口头传达到 阅至 传阅至 传达范围 发放范围 知悉范围 阅读范围 传阅范围
    使用范围 印发范围 知密范围`,
  L: '未经 非经 未得 未获 没有经过',
  l: '许可 同意 允许 批准 准许 审批 授权 书面许可 书面同意 书面授权',
  /** What speakers call for, and no notice does. */
  X: '要 抓 抓好 管好 加强 推动 推进 落实 增强 提高 坚持 做到 做好 强化 建立 健全 完善 确保 成立 召开 组织好 我们 咱们 他们',
  /** Numbers, and what they count. */
  '#': '第 共 no no. 0 1 2 3 4 5 6 7 8 9 〇 一 二 三 四 五 六 七 八 九 十',
  t: '年 月 日 天 周 号 期 份 页 册 启用前 解密前 使用前 公开前 公布前 长期 小时 止 为止 以上 及以上 以下',
  '*': '★ ☆ ※ * ▲ ◆ ● ■ □ · - — ( )',
  /** Stands in notices and says nothing of use. */
  z: `声明 特别声明 版权声明 免责声明 郑重声明 提示 温馨提示 特别提示 特别提醒 友情提示 提醒 注意事项 请结合实际使用 结合实际使用 注 备注 说明 附注 密级 保密级别 秘密等级 保密期限 份号 等级
    特急 加急 急件 平急 特提 普通 紧急程度 作者 来源 谢谢 谢谢合作 谢谢配合 感谢配合 敬请谅解 请自觉遵守 违者必究 翻印必究 侵权必究 盗版必究 抄袭必究 盗用必究
    后果自负 责任自负 特此声明 敬请注意 免费 非卖品 人手一份 一人一份 每人一份 编号管理 统一编号 登记领取 签收 请结合实际修改使用 修改使用 修改后使用 编印 主办 主编 印制 编 印 公开`,
};

const UNKNOWN = 'x';

const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS)
    .reverse()
    .flatMap(([code, words]) =>
      words
        .trim()
        .split(/\s+/)
        .map((word): [string, string] => [word, code]),
    ),
);
/** How long the words are that begin with a character, the longest first. */
const LENGTHS: ReadonlyMap<string, readonly number[]> = (() => {
  const lengths = new Map<string, Set<number>>();
  for (const word of CODES.keys()) {
    const first = word.charAt(0);
    lengths.set(first, (lengths.get(first) ?? new Set()).add(word.length));
  }
  return new Map(Array.from(lengths, ([first, found]) => [first, [...found].sort((a, b) => b - a)]));
})();
const NONE: readonly number[] = [];

/** The codes of a clause without blanks, one a word. Time: in proportion to its length. */
export function codesOf(clause: string): string {
  let codes = '';
  for (let at = 0; at < clause.length; ) {
    const lengths = LENGTHS.get(clause.charAt(at)) ?? NONE;
    const length = lengths.find((candidate) => CODES.has(clause.slice(at, at + candidate))) ?? 0;
    codes += length === 0 ? UNKNOWN : CODES.get(clause.slice(at, at + length));
    at += Math.max(1, length);
  }
  return codes;
}
