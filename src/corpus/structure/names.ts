/** The hundred-odd surnames that nearly all Chinese have, and the common ones of two characters (Baijiaxing, census of 2010). */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季庞樊殷翟颜倪葛伍章邢路岳齐梅庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边温冷蓝兰饶尤麻栾巩楚仇古沙鹿冀郎宫娄桑窦甯岑商佟米麦明晏隗喻裘池储靖戚宗习栗丛敬符宿支仲巫焦井匡';
const DOUBLE = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '慕容',
  '司徒',
  '夏侯',
  '端木',
  '长孙',
  '宇文',
];
/** What stands for a name that was left out: 某某, ××, 王某, 李XX. */
const LEFT_OUT = /^(?:\p{Script=Han}?某{1,2}|\p{Script=Han}?[X×ＸxO〇○]{1,3})$/u;
/** Characters that end no given name: 方法, 高度, 于是. */
const NO_NAME = /[法度是上下中的了们性化式类型类率量级件会议者表单款项点面线体系部局厅处科室分享]$/u;

/** Whether two to four characters are a person's name: a surname and one or two characters, or what stands for one. */
export function isPersonName(words: string): boolean {
  const name = words.replace(/\s/g, '');
  if (LEFT_OUT.test(name)) return true;
  if (/^\p{Script=Han}{1,10}·\p{Script=Han}{1,10}$/u.test(name)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || NO_NAME.test(name)) return false;
  const surname = DOUBLE.find((double) => name.startsWith(double));
  const given = name.length - (surname?.length ?? 1);
  return given >= 1 && given <= 2 && (surname !== undefined || SURNAMES.includes(name[0] ?? ' '));
}
