#include "page/page_helper.h"

#include "base/utf8.h"

#include <fmt/format.h>

namespace heiban::testing {
namespace {

Notice official() {
  Notice notice = notice_of(
      "云岭县教育局关于做好2026年秋季学期控辍保学工作的通知",
      {paragraph("各乡镇中心学校，县直各义务教育学校："),
       paragraph(
           "为依法保障适龄儿童、少年接受义务教育，巩固控辍保学成果，根据《中华人民共和国义务教育"
           "法》等有关规定，现就做好2026年秋季学期有关工作通知如下："),
       heading(1, "一、摸清底数"),
       paragraph(
           "各学校以学籍系统为基础，与乡镇（街道）、村（社区）户籍信息逐人比对，对未到校、请长假和"
           "随父母外出的学生逐一核实去向，12月15日前完成台账更新。"),
       heading(1, "二、及时劝返"),
       heading(
           2, "（一）入户家访。学生无正当理由连续3天未到校的，班主任应当入户家访；连续7天未到校的，"
              "学校书面报告乡镇人民政府，由乡镇组织劝返。"),
       heading(2, "（二）学习帮扶。劝返复学的学生，学校应当单独制定学习帮扶计划，不得歧视，不得单独"
                  "编班。"),
       heading(1, "三、落实资助"),
       paragraph(
           "对家庭经济困难学生，做到应助尽助，资助资金按时足额发放到位；对留守儿童建立联系人制度，"
           "每月至少谈心一次。各学校控辍保学工作情况，纳入年度考核。"),
       attachments({"控辍保学工作台账.xlsx", "劝返复学学生学习帮扶计划表（样表）.docx"}),
       signature("云岭县教育局", "2026年11月24日")});
  notice.doc_number = "云教发〔2026〕38号";
  notice.category = "部门文件";
  return notice;
}

Notice short_notice() {
  return notice_of(
      "关于2026年国庆节放假的公告",
      {paragraph(
           "根据国务院办公厅通知精神，我局办事大厅10月1日（星期四）至10月7日（星期三）放假，10月8日"
           "起照常办公。紧急事项请拨打值班电话0000-5550100。"),
       signature("云岭县教育局", "2026年9月24日")});
}

Notice long_notice() {
  std::vector<Block> blocks = {paragraph("各中小学校、幼儿园，局机关各股室：")};
  const char* parts[] = {"总则", "日常管理", "重点环节", "教育与演练", "监督与责任", "附则"};
  const char* numbers[] = {"一", "二", "三", "四", "五", "六"};
  for (int i = 0; i < 6; ++i) {
    blocks.push_back(heading(1, fmt::format("{}、{}", numbers[i], parts[i])));
    for (int j = 0; j < 3; ++j)
      blocks.push_back(paragraph("学校实行封闭管理。教学时间内，除学生、教职工和经核实登记的来访人"
                                 "员外，其他人员和车辆不得进入"
                                 "校园。家长接送学生，在校门外划定的区域等候，按班级、分时段接送。"
                                 "视频资料保存不少于30日；涉及"
                                 "学生个人隐私的场所不得安装。"));
  }
  blocks.push_back(signature("云岭县教育局", "2026年11月24日"));
  return notice_of("云岭县教育局关于印发《云岭县中小学校、幼儿园安全工作规定》的通知", blocks);
}

Notice items_notice() {
  return notice_of(
      "教师资格认定现场确认须知",
      {paragraph("申请人请携带下列材料，到县政务服务中心二楼教育窗口办理："),
       item("1. 本人有效身份证原件；"),
       item("2. "
            "学历证书原件。学历证书经中国高等教育学生信息网核验通过的，可以不提交原件；国外学历须提"
            "交"
            "教育部留学服务中心出具的认证书；"),
       item("3. 普通话水平测试等级证书原件；"), item("（1）申请语文学科的，二级甲等以上；", 2),
       item("（2）申请其他学科的，二级乙等以上。", 2), item("办理时间为每个工作日8:30至17:00。"),
       paragraph("咨询电话：0000-5550130。")});
}

Notice scores() {
  std::vector<std::vector<std::string>> rows = {
      {"序号", "学校名称", "录取分数线", "计划数", "备注"}};
  const char* schools[] = {"云岭县第一中学", "云岭县第二中学", "云岭县民族中学",
                           "云岭县城关高级中学（含国际部）", "云岭县职业技术学校"};
  for (int i = 0; i < 40; ++i)
    rows.push_back({fmt::format("{}", i + 1), schools[i % 5],
                    fmt::format("{}.{}", 712 - i * 3, i % 10), fmt::format("{}", 40 + i * 7 % 1000),
                    i % 7 ? "" : "含定向生"});
  return notice_of("2026年普通高中招生录取分数线", {table(rows)});
}

Notice fees() {
  std::vector<std::vector<std::string>> rows = {
      {"序号", "收费项目", "收费标准", "计费单位", "收费依据", "收费范围", "减免政策"}};
  for (int i = 0; i < 12; ++i)
    rows.push_back({fmt::format("{}", i + 1), i % 2 ? "普通高中学费" : "公办幼儿园保育教育费",
                    fmt::format("{}", i % 3 ? 850 + i : 1234) + (i % 2 ? ".5元" : "元"),
                    i % 2 ? "元/生·学期" : "元/生·月",
                    "《云岭县发展和改革局、教育局关于调整收费标准的通知》（云发改价〔2024〕16号）",
                    "在籍学生", i % 4 ? "无" : "家庭经济困难学生免收"});
  Notice notice =
      notice_of("2026年秋季学期收费公示", {table(rows), paragraph("投诉电话：12315。")});
  notice.category = "收费公示";
  return notice;
}

Notice names(size_t count, bool numbered) {
  std::vector<std::vector<std::string>> rows = {numbered ? std::vector<std::string>{"序号", "姓名"}
                                                         : std::vector<std::string>{"姓名"}};
  const char* all[] = {"张晓梅", "欧阳文博", "李䶮", "买买提·艾力",
                       "王一",   "陈𬱖",  "赵彧", "刘頔"};
  for (size_t i = 0; i < count; ++i) {
    rows.push_back({});
    if (numbered)
      rows.back().push_back(fmt::format("{}", i + 1));
    rows.back().push_back(all[i * 7 % 8]);
  }
  return notice_of("2026年云岭县第一中学录取名单公示",
                   {paragraph("现将录取名单公示如下，公示期为5个工作日。"), table(rows)});
}

Notice map_notice() {
  return notice_of("云岭县城区小学学区划分图", {paragraph("2026年城区小学学区划分如图。"),
                                                picture(1600, 1000, "图1　城区小学学区划分")});
}

// In its 公示期, with a list of persons; none of them lives.
Notice objection() {
  Notice notice = notice_of(
      "关于2026年云岭县教育系统事业单位公开招聘拟聘用人员的公示",
      {paragraph(
           "根据公开招聘工作方案，经笔试、面试、体检和考察，拟聘用下列人员，现予公示。公示期为"
           "2026年11月25日至12月1日。"),
       table({{"序号", "姓名", "拟聘用单位", "岗位"},
              {"1", "甄不凡", "云岭县第一中学", "高中语文教师"},
              {"2", "贾无名", "云岭县民族中学", "初中数学教师"},
              {"3", "宓叔夜", "云岭县城关第一小学", "小学科学教师"}}),
       paragraph(
           "公示期内如有异议，请以书面形式向局人事股反映，电话0000-5550120。反映情况请署实名。"),
       signature("云岭县教育局", "2026年11月24日")});
  notice.category = "公告公示";
  Publicity period;
  period.first = CivilDate{2026, 11, 25};
  period.last = CivilDate{2026, 12, 1};
  period.last_written = true;
  for (const CivilDate day :
       {CivilDate{2026, 11, 25}, CivilDate{2026, 11, 26}, CivilDate{2026, 11, 27},
        CivilDate{2026, 11, 30}, CivilDate{2026, 12, 1}})
    period.working.push_back(day);
  notice.publicity = period;
  return notice;
}

Notice alert() {
  Notice notice = notice_of(
      "云岭县气象台发布暴雨橙色预警信号",
      {paragraph(
           "预计未来3小时，城关镇、河口镇、青坪乡降雨量将达50毫米以上，可能引发山洪、滑坡和城区"
           "内涝。"),
       paragraph("请各学校立即停止户外教学和集体外出活动，暂缓放学，不让学生独自离校；住校学生不得"
                 "涉水。"),
       signature("云岭县气象台", "2026年11月24日14时10分")});
  notice.category = "气象预警";
  notice.urgency = Urgency::Urgent;
  notice.warning = Warning{WarningLevel::Orange, "暴雨"};
  return notice;
}

Notice spans() {
  Block block = table({{"类别", "项目", "金额（万元）"},
                       {"人员支出", "工资福利", "1203.45"},
                       {"绩效奖励", "86.4"},
                       {"公用支出", "办公费", "5"},
                       {"水电费", "12.85"},
                       {"合计", "1307.7"}});
  block.rows[1][0].rowspan = 2;
  block.rows[3][0].rowspan = 2;
  block.rows[5][0].colspan = 2;
  return notice_of("2026年春季学期支出情况公示", {block});
}

} // namespace

std::vector<NamedNotice> sample_notices() {
  return {{"official", official()},     {"short", short_notice()},     {"long", long_notice()},
          {"items", items_notice()},    {"scores", scores()},          {"fees", fees()},
          {"names", names(400, false)}, {"numbered", names(60, true)}, {"map", map_notice()},
          {"spans", spans()},           {"objection", objection()},    {"alert", alert()}};
}

std::string random_sentence(Random& random, size_t characters) {
  static const std::u32string common =
      U"的学校教育局通知公示招生录取教师资格认定考试成绩名单办法规定工作会议安全管理检查学生家长"
      U"收费标准项目单位联系电话地址时间人员材料申请审核公布结果监督举报意见反馈期限说明";
  static const std::u32string marks = U"，，，。；：、（）《》“”";
  std::u32string text;
  while (text.size() < characters) {
    const auto roll = random() % 20;
    if (roll == 0 && !text.empty() && text.size() + 1 < characters)
      text += marks[random() % marks.size()];
    else if (roll == 1)
      for (const char c : fmt::format("{}", random() % 3000))
        text += static_cast<char32_t>(c);
    else if (roll == 2 && random() % 4 == 0)
      text += U"GB/T";
    else
      text += common[random() % common.size()];
  }
  return to_utf8(text);
}

namespace {

Block random_table(Random& random) {
  const size_t columns = 1 + random() % 7, rows = 2 + random() % 60;
  std::vector<std::vector<std::string>> cells(rows);
  for (size_t row = 0; row < rows; ++row)
    for (size_t column = 0; column < columns; ++column) {
      if (row == 0)
        cells[row].push_back("列" + random_sentence(random, 1 + random() % 5));
      else if (column == 1)
        cells[row].push_back(fmt::format("{}.{}元", random() % 5000, random() % 10));
      else
        cells[row].push_back(random_sentence(random, 1 + random() % (random() % 9 ? 8 : 60)));
    }
  return table(cells);
}

std::string random_words(Random& random, size_t characters) { // no sentence ends in them
  std::string words;
  while (count_code_points(words) < characters) {
    const std::string more = random_sentence(random, 1);
    if (more != "。")
      words += more;
  }
  return words;
}

Block random_block(Random& random) {
  switch (random() % 12) {
  case 0:
    return heading(1, "一、" + random_words(random, 4 + random() % 10));
  case 1:
    return heading(2, "（一）" + random_words(random, 4 + random() % 10));
  case 2:
    return item("1. " + random_sentence(random, 5 + random() % 60));
  case 3:
    return random() % 2 ? random_table(random)
                        : picture(200 + static_cast<int>(random() % 2000),
                                  200 + static_cast<int>(random() % 2000), "图 示意");
  case 4:
    return paragraph(random_sentence(random, 5 + random() % 20), BlockAlign::Center);
  default:
    return paragraph(random_sentence(random, 5 + random() % 220) + "。");
  }
}

} // namespace

Notice random_notice(Random& random) {
  std::vector<Block> blocks;
  const size_t count = 1 + random() % 14;
  for (size_t i = 0; i < count; ++i)
    blocks.push_back(random_block(random));
  if (random() % 2)
    blocks.push_back(attachments({"登记表.docx", "记录表（样表）.docx"}));
  if (random() % 2)
    blocks.push_back(signature("云岭县教育局", "2026年11月24日"));
  Notice notice = notice_of(random_sentence(random, 4 + random() % 40), std::move(blocks));
  if (random() % 2)
    notice.doc_number = "云教发〔2026〕12号";
  return notice;
}

} // namespace heiban::testing
