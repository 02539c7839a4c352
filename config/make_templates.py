#!/usr/bin/env python3
"""Writes the fee templates for staff: fees-template.xlsx and fees-template.csv.

    python3 config/make_templates.py [FOLDER]     FOLDER is config/ itself by default

One table in both, filled in for a county that does not exist, so that staff overwrite rather than
guess. The standard library is enough, and the same bytes come out each time (the container is
stored, not packed, and carries no date): tests/config/templates_test.sh compares them with the
files kept here and lints them.
"""

import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

TITLE = "云岭县第一中学收费公示表"
LINES = ["2026年秋季学期", "自2026年9月1日起执行"]
HEADS = ["收费项目", "收费标准", "计费单位", "性质", "收费范围", "收费依据（批准机关及文号）", "减免政策"]
WIDTHS = [22, 12, 14, 18, 26, 44, 30]
CLASSES = ["行政事业性收费", "服务性收费", "代收费"]
NONE = "无"
POOR = "家庭经济困难学生免收"
ROWS = [
    "一、行政事业性收费",
    ["学费", 800, "元/生·学期", CLASSES[0], "在校高中学生",
     "省发展改革委、省教育厅、省财政厅 省发改价格〔2021〕316号", POOR],
    ["住宿费（八人间，有独立卫生间）", 240, "元/生·学期", CLASSES[0], "住宿生",
     "省发展改革委、省教育厅、省财政厅 省发改价格〔2021〕317号", POOR],
    "二、服务性收费（自愿）",
    ["伙食费", "按成本", "元/生·餐", CLASSES[1], "自愿在食堂就餐的学生",
     "县发展和改革局、县教育局 云发改价格〔2023〕19号", NONE],
    ["校车费", 3.5, "元/生·次", CLASSES[1], "自愿乘坐校车的学生", "云岭县发展和改革局 云发改〔2025〕44号", NONE],
    "三、代收费（自愿）",
    ["作业本费", "30～45", "元/生·学期", CLASSES[2], "自愿统一购买的学生",
     "省教育厅、省发展改革委 省教财〔2021〕52号", NONE],
    ["教材费", "按定价", "元/生·学期", CLASSES[2], "全体学生，多退少补",
     "省发展改革委、省新闻出版局 省发改价格〔2020〕140号", NONE],
]
NOTES = [
    "公示单位：云岭县第一中学",
    "投诉电话：12315、12345，学校 0000-0000000",
    "除本表所列项目外，不收取其他费用；服务性收费和代收费由学生自愿选择。",
]
HELP = [
    "怎样填这张表",
    "1. 每行一个收费项目；“一、行政事业性收费”这样的分类行合并整行，可以增减。",
    "2. 收费标准填数字，最多两位小数；不收费的填“免费”，没有固定金额的写明办法，如“按成本”。",
    "3. 计费单位写“元/生·学期”“元/生·月”“元/课时”等；性质从三类中选一类。",
    "4. 收费依据要写批准机关和文号，缺一项都不能上屏。",
    "5. 没有减免政策的填“无”。投诉电话写 12315 或 12345，再加一个本单位电话；12358 已停用。",
    "6. 换新标准时，把新表的“自……起执行”改成新的日期，提前放上即可；到那一天零点自动更换。",
    "7. 隐藏的行、列和工作表不会上屏。填好后可运行 heiban fees lint 检查，它会指出第几行第几列要改。",
]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PLAIN, TITLE_STYLE, HEAD, CELL, AMOUNT, SECTION = range(6)


def table_rows():
    """(values, style) of each row, top to bottom; a lone text stands for a merged row."""
    yield TITLE, TITLE_STYLE
    for line in LINES:
        yield line, PLAIN
    yield HEADS, HEAD
    for row in ROWS:
        yield row, SECTION if isinstance(row, str) else CELL
    for note in NOTES:
        yield note, PLAIN


def cell_xml(name, value, style):
    if isinstance(value, (int, float)):
        return f'<c r="{name}" s="{AMOUNT}"><v>{value}</v></c>'
    text = escape(value)
    return f'<c r="{name}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>' if value else ""


def sheet_xml():
    rows, merges = [], []
    for number, (values, style) in enumerate(table_rows(), 1):
        if isinstance(values, str):
            merges.append(f'<mergeCell ref="A{number}:{chr(64 + len(HEADS))}{number}"/>')
            values = [values]
        cells = "".join(cell_xml(f"{chr(65 + i)}{number}", v, style) for i, v in enumerate(values))
        rows.append(f'<row r="{number}">{cells}</row>')
    head = 1 + len(LINES) + 1
    columns = "".join(f'<col min="{i}" max="{i}" width="{w}" customWidth="1"/>'
                      for i, w in enumerate(WIDTHS, 1))
    choices = ",".join(CLASSES)
    return (f'{XML}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
            f'<pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" state="frozen"/>'
            f"</sheetView></sheetViews><cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
            f'<mergeCells count="{len(merges)}">{"".join(merges)}</mergeCells>'
            f'<dataValidations count="1"><dataValidation type="list" allowBlank="1" '
            f'showErrorMessage="1" sqref="D{head + 1}:D500"><formula1>"{choices}"</formula1>'
            f"</dataValidation></dataValidations>"
            f'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>')


def help_xml():
    rows = "".join(f'<row r="{i}">{cell_xml(f"A{i}", text, PLAIN)}</row>'
                   for i, text in enumerate(HELP, 1))
    return (f'{XML}<worksheet xmlns="{MAIN}"><cols><col min="1" max="1" width="110" '
            f'customWidth="1"/></cols><sheetData>{rows}</sheetData></worksheet>')


def styles_xml():
    def xf(font=0, border=0, number=0, align=""):
        return (f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="{border}" xfId="0" '
                f'applyAlignment="1">{align}</xf>')
    wrap = '<alignment vertical="center" wrapText="1"/>'
    middle = '<alignment horizontal="center" vertical="center" wrapText="1"/>'
    edges = "".join(f'<{side} style="thin"/>' for side in ("left", "right", "top", "bottom"))
    return (f'{XML}<styleSheet xmlns="{MAIN}"><fonts count="3"><font><sz val="11"/><name val="宋体"/>'
            '</font><font><b/><sz val="18"/><name val="宋体"/></font><font><b/><sz val="11"/>'
            '<name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>'
            '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2">'
            f"<border/><border>{edges}</border></borders>"
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
            f'</cellStyleXfs><cellXfs count="6">{xf(align=wrap)}{xf(1, align=middle)}'
            f"{xf(2, 1, align=middle)}{xf(0, 1, align=wrap)}{xf(0, 1, 0, align=middle)}"
            f"{xf(2, 1, align=wrap)}</cellXfs></styleSheet>")


def parts():
    relation = f"{OFFICE}/"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    yield "[Content_Types].xml", (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{kinds}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kinds}.styles+xml"/></Types>')
    yield "_rels/.rels", (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{relation}officeDocument" Target="xl/workbook.xml"/></Relationships>')
    yield "xl/workbook.xml", (
        f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="收费公示" sheetId="1" r:id="rId1"/>'
        '<sheet name="填表说明" sheetId="2" r:id="rId2"/></sheets></workbook>')
    yield "xl/_rels/workbook.xml.rels", (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{relation}worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{relation}worksheet" Target="worksheets/sheet2.xml"/>'
        f'<Relationship Id="rId3" Type="{relation}styles" Target="styles.xml"/></Relationships>')
    yield "xl/worksheets/sheet1.xml", sheet_xml()
    yield "xl/worksheets/sheet2.xml", help_xml()
    yield "xl/styles.xml", styles_xml()


def write_xlsx(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as container:
        for name, text in parts():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            container.writestr(entry, text)


def csv_field(value):
    text = str(value)
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def write_csv(path):
    """UTF-8 with its mark, CR LF: what WPS and Excel open without asking."""
    lines = []
    for values, _ in table_rows():
        values = [values] if isinstance(values, str) else values
        values = values + [""] * (len(HEADS) - len(values))
        lines.append(",".join(csv_field(v) for v in values))
    path.write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-8"))


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    write_xlsx(folder / "fees-template.xlsx")
    write_csv(folder / "fees-template.csv")


if __name__ == "__main__":
    main()
