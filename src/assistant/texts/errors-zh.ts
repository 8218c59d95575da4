import type { Texts } from './texts.ts';

const PATTERN_FAULTS = {
  unbalanced: '括号没有成对，请补上或删去。',
  'empty-brackets': '括号里没有词，请写上词，用空格隔开，例如：[夯实 筑牢]基础。',
  'nested-brackets': '括号里不能再套括号，请拆成几次查。',
  'wildcard-in-brackets': '括号里不能用 * 和 ?，请移到括号外。',
  'no-word-after-hash': '# 后面要紧跟一个词，例如：#夯实。',
  'nothing-literal': '空格隔开的每一部分都要有字，不能只有 *、? 和标点。',
  'too-many-words': '备选的词太多：一共不超过 256 个，{ } 里不超过 5 个，请减少。',
  'too-many-wildcards': '* 太多，最多 8 个，请减少。',
} as const;

const ACCESS_FAULTS = {
  'not-yaml': '不是合格的 YAML。请检查缩进、冒号和引号。',
  'too-long': '文件太长，不像权限文件。请检查 ZHIBI_ACCESS 的路径。',
  alias: '不能用引用。请把编号直接写出。',
  'key-twice': '同一个键写了两次。请合并成一处。',
  'unknown-key':
    '没有这个键。请检查拼写；可用 workspaces、channels、groups、folders，folders 里可用 folder、groups、people、channels。',
  'wrong-type': '写法有误或缺了内容。编号要写成列表，例如 [C0123ABCD]；folders 的每一项要有 folder。',
  'wrong-id':
    '编号有误。工作区以 T 开头，频道以 C 或 G 开头，用户组以 S 开头，人员以 U 或 W 开头，后面是大写字母和数字。',
  'empty-list': '列表是空的，谁也用不了。请写上编号，或删去这个键。',
  'wrong-folder': '要写语料文件夹下面的一个文件夹，不能为空，也不能用 ..。',
  'folder-twice': '同一个文件夹写了两次。请合并成一处。',
} as const;

export const errorsZh: Texts['errors'] = {
  'file-unreadable': ({ file, reason }) => `读不了 ${file}（${reason}）。请检查文件权限。`,
  'file-vanished': ({ file }) => `找不到 ${file}：路径有误，或文件刚被移走。请确认后重新运行。`,
  'file-special': ({ file, what }) =>
    `${file} 不是普通文件（${{ fifo: '命名管道', socket: '套接字', device: '设备' }[what]}），没有读。请移走，换成文件。`,
  'file-changing': ({ file }) => `读 ${file} 时它还在变，没有收入。请等它写完、传完再运行。`,
  'file-failed': ({ file, reason }) =>
    `读 ${file} 时出错（${reason}），已跳过。请另存一份再试；若仍不行，请报告这个错误。`,
  'download-failed': ({ file, reason }) => `读不了 ${file}：没能从 Slack 取到（${reason}）。请稍后再发一次。`,
  'file-too-costly': ({ file, what, limit }) =>
    `读 ${file} 用的${{ seconds: '时间', megabytes: '内存' }[what]}超过上限（${limit} ${{ seconds: '秒', megabytes: 'MB' }[what]}），没有读完。请只留正文另存一份，或拆成几份再发。`,
  'intake-full': () => '现在发来的文件太多，这一份没有读。请过一会儿再发。',
  'folder-unreadable': ({ folder, reason }) => `打不开文件夹 ${folder}（${reason}），里面的文件没有读。请检查权限。`,
  'file-empty': ({ file }) => `${file} 是空的，没有可读的文字。`,
  'file-binary': ({ file }) => `${file} 的内容不是文字，与后缀不符。请另存为 .docx 或 .txt。`,
  'file-too-large': ({ file, megabytes, limit }) =>
    `${file} 有 ${megabytes} MB，超过 ${limit} MB 的上限。一篇讲话不会这么大，请拆开或检查文件。`,
  'encoding-unknown': ({ file }) => `认不出 ${file} 的编码。请另存为 UTF-8。`,
  'format-unsupported': ({ file, formats }) => `还不能读 ${file} 这种格式。请另存为 ${formats} 之一。`,
  'format-legacy': ({ file, format }) =>
    `${file} 是 ${format} 格式，读不了。请在 WPS 或 Word 里打开，另存为 .docx 后再放进来。`,
  'document-damaged': ({ file, reason }) => `${file} 已损坏或不是它后缀所说的格式（${reason}）。请重新另存一份。`,
  'document-encrypted': ({ file }) => `${file} 有密码，读不了。请去掉密码后另存一份。`,
  'document-too-large': ({ file, what, limit }) =>
    `${file} 超过上限（${{ characters: '字数', pages: '页数', megabytes: '解压后的兆数', levels: '嵌套层数' }[what]}最多 ${limit}）。一篇讲话不会这么大，请拆开或检查文件。`,
  'pdf-scanned': ({ file }) => `${file} 里只有图片，没有文字，像是扫描件。请先做文字识别（OCR），或找 .docx 原件。`,
  'front-matter-invalid': ({ file, line, reason }) => `${file} 第 ${line} 行的文首信息有误：${reason}`,
  'no-text': ({ file }) => `${file} 里只有标题或声明，没有正文。`,
  'speech-duplicate': ({ file, first }) => `${file} 与 ${first} 正文完全相同，只收第一份。`,
  'corpus-missing': ({ folder }) => `没有语料文件夹 ${folder}。请用 --corpus 指定存放讲话的文件夹。`,
  'corpus-empty': ({ folder }) =>
    `${folder} 里没有读得了的讲话。请放入 .docx、.doc、.wps、.odt、.ofd、.pdf、.md、.txt 或 .html 文件。`,
  'corpus-unwritable': ({ folder, reason }) => `写不进 ${folder}（${reason}）。请检查权限和磁盘空间。`,
  'import-untitled': ({ file }) => `${file} 没有标题，未收入。请用 --title 写明。`,
  'index-missing': ({ folder }) => `${folder} 里还没有索引。请先运行 zhibi index。`,
  'index-incompatible': ({ folder, part }) =>
    `${folder} 里的索引由另一版本建立（${part} 不同）。请重新运行 zhibi index。`,
  'index-damaged': ({ folder, part }) => `${folder} 里的索引已损坏（${part}）。请重新运行 zhibi index。`,
  'index-unwritable': ({ folder, reason }) => `写不了 ${folder}（${reason}）。原有索引未改动；请检查权限和磁盘空间。`,
  'dictionary-missing': ({ file }) => `缺少分词词典 ${file}。请重新运行 npm ci。`,
  'store-locked': ({ folder, holder }) =>
    `${folder} 正由另一个运行中的执笔使用（进程 ${holder}）。请先停掉它，或用 ZHIBI_STATE 为这一个另设文件夹。`,
  'store-unreadable': ({ folder, reason }) =>
    `读不了 ${folder} 里的记录（${reason}），已原样保留。重启前的事不记得了，新的也只记在内存里；请检查权限后重启。`,
  'store-unwritable': ({ folder, reason }) =>
    `写不进 ${folder}（${reason}）。眼下只记在内存里，重启就会丢失；请检查权限和磁盘空间。`,
  'store-damaged': ({ folder, lines }) => `${folder} 里有 ${lines} 条记录已损坏，没有采用，其余照常。请检查磁盘。`,
  'store-too-large': ({ what, length, limit }) =>
    `要记住的${{ key: '键', value: '内容' }[what]}长 ${length}，超过 ${limit} 的上限，没有记下。请报告这个错误。`,
  'indexing-stopped': ({ reason }) =>
    `建索引的线程中途停止（${reason}），原有索引未动。请确认内存够用后重新运行 zhibi index。`,
  'drafter-stopped': ({ reason }) => `检索程序已停止（${reason}）。请稍后再试；若仍不行，请重新启动。`,
  'query-empty': () => '没有可以查找的词。请输入主题词，例如：引才 留才。',
  'query-too-long': ({ length, limit }) => `输入有 ${length} 字，超过 ${limit} 字的上限。请缩短后再查。`,
  'pattern-invalid': ({ what, position }) => `句式第 ${position} 个字起有误：${PATTERN_FAULTS[what]}`,
  'passage-unknown': ({ passage }) => `没有编号为 ${passage} 的段落。讲话可能已修改或移除，请重新查找。`,
  'set-invalid': ({ file, line, reason }) => `评测集 ${file} 第 ${line} 行有误：${reason}`,
  'access-invalid': ({ file, line, what, reason }) =>
    `权限文件 ${file} 第 ${line} 行有误（${reason}）：${ACCESS_FAULTS[what]}`,
  'config-invalid': ({ key, reason }) => `配置 ${key} 有误：${reason}`,
};
