#!/usr/bin/env python3
"""The same texts set by headless Chromium and by `heiban layout --profile css`: the share of equal
lines, and each difference with the rule that explains it.

    tests/bench/browser_lines.py BUILD/heiban [--paragraphs N] [--seed N] [--file F] [--widths 6,20]

The css profile trims an opening mark at every line's start but a paragraph's first, as the trimming
suite of tests/cases/typeset wants it. In Chromium that is `text-spacing-trim: space-first`; its `normal`
leaves the mark whole there (measured on 156) and is equal in all else: --trim normal compares with it.

Needs Debian's chromium and python3. Exit code 1 where fewer than 99 % of the lines are equal or a
difference has no explanation.
"""
import argparse
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile

SIZE_PX = 40
TARGET = 0.99
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

HAN = ("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出教育局学校招生入学义务通知公示名单"
       "幼儿园初中高中考试报名审核材料家长监护人户籍房产学区收费标准")
UNITS = ["2026年7月15日", "3.5%", "1,234.5万元", "云教发〔2026〕41号", "0000-0000000", "8:30", "9:00—11:30",
         "¥100", "2026—2027学年", "第12条", "15人", "3～5年", "60%～70%", "GB/T 15834-2011", "12345",
         "https://www.yunling.example/zwgk/2026/t0701_1.html", "买买提·艾力", "——", "……"]
LATIN = ["PDF", "Word", "A4", "USB-C", "the quick brown fox", "internationalization", "App", "C++", "Q&A"]
MARKS = list("，。、；：！？“”‘’（）《》【】·～〔〕〈〉「」") + ["——", "……", "！！", "？！"]


def paragraph(rng):
    kind = rng.randrange(4)
    text = ""
    while len(text) < rng.randrange(20, 220):
        han = "".join(rng.choice(HAN) for _ in range(rng.randrange(1, 13)))
        if kind == 0:
            text += han + (rng.choice(UNITS) if rng.randrange(6) == 0 else "") + rng.choice("，，，、。；")
        elif kind == 1:
            text += han + rng.choice(UNITS) + rng.choice("，。、")
        elif kind == 2:
            text += han + rng.choice(["", " "]) + rng.choice(LATIN) + rng.choice(["", " "])
        else:
            text += han[:3] + rng.choice(MARKS) + (rng.choice(MARKS) if rng.randrange(3) == 0 else "")
    return text.strip()


def sample_paragraphs():
    """The running text of the sample feeds."""
    folder = os.path.join(ROOT, "assets", "samples")
    texts = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith((".xml", ".json")):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            source = file.read()
        if name.endswith(".json"):
            feed = json.loads(source)
            if "items" not in feed:
                continue
            source = "\n".join(item.get("content_html", "") for item in feed["items"])
        for part in re.findall(r"<(?:p|li)\b[^>]*>(.*?)</(?:p|li)>", source, re.S):
            text = html.unescape(re.sub(r"<[^>]+>", "", part))
            texts.append(re.sub(r"\s*\n\s*", "", text).strip())
    return [text for text in texts if text]


PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
body {{ margin: 0; font: {size}px/1.6 "Noto Sans CJK SC"; line-break: strict; text-rendering: geometricPrecision;
        text-spacing-trim: {trim}; text-autospace: normal; text-align: start }}
p {{ margin: 0 }}</style><body><script>
const texts = {texts}, widths = {widths}, out = [];
for (const width of widths) for (const text of texts) {{
  const p = document.createElement('p');
  p.style.width = width * {size} + 'px';
  p.textContent = text;
  document.body.append(p);
  const node = p.firstChild, range = document.createRange(), starts = [0];
  let at = 0, point = 0, bottom = null;
  for (const c of text) {{
    range.setStart(node, at); range.setEnd(node, at += c.length);
    const box = [...range.getClientRects()].find(r => r.width > 0);
    if (box && bottom !== null && box.top >= bottom - 2) starts.push(point);
    if (box) bottom = box.bottom;
    ++point;
  }}
  out.push(starts);
  p.remove();
}}
document.body.textContent = 'LINES' + JSON.stringify(out) + 'END';
</script></body></html>"""


def browser_lines(texts, widths, trim="space-first"):
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "page.html")
        with open(page, "w", encoding="utf-8") as file:
            file.write(PAGE.format(size=SIZE_PX, trim=trim, texts=json.dumps(texts).replace("</", "<\\/"),
                                   widths=json.dumps(widths)))
        command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--font-render-hinting=none",
                   "--user-data-dir=" + os.path.join(folder, "profile"), "--dump-dom", "file://" + page]
        dom = subprocess.run(command, capture_output=True, text=True, timeout=600, check=True).stdout
    found = re.search(r"LINES(.*?)END", dom, re.S)
    if not found:
        sys.exit("chromium printed no lines")
    flat = json.loads(html.unescape(found.group(1)))
    return [flat[i * len(texts):(i + 1) * len(texts)] for i in range(len(widths))]


def heiban_lines(program, texts, width):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write("\n".join(texts) + "\n")
        file.flush()
        command = [program, "layout", file.name, "--width", str(width), "--size", str(SIZE_PX), "--profile", "css"]
        lines = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["lines"]
    starts = [[] for _ in texts]
    widths = [[] for _ in texts]
    for line in lines:
        starts[line["para"]].append(line["start"])
        widths[line["para"]].append(line["width_em"])
    return starts, widths


def explain(program, text, ours, theirs, widths, measure):
    """The rule behind the first place where two settings of a text part."""
    at = min(set(ours) ^ set(theirs))
    line = max(k for k, start in enumerate(ours) if start < at)
    end = ours[line + 1] if line + 1 < len(ours) else len(text)
    if end < len(text) and text[end - 1] in "”’）》】」』〉〕" and text[end] in "“‘（《【「『〈〔{":
        return "Chromium leaves a closing mark whole at a line's end before an opening one"
    longer = max(end, next((start for start in theirs if start > ours[line]), len(text)))
    width = heiban_lines(program, [text[ours[line]:longer]], 10000)[1][0][0]
    if widths[line] > measure - 0.02 or abs(width - measure) < 0.02:
        return "the line fills the measure to 1/50 em, with its next unit or without: Chromium rounds glyphs"
    if text[-1] in "“‘" and len(text) - 1 in set(ours) - set(theirs):
        return "Chromium keeps a quote that ends the text with what stands before it; the trimming suite has it begin a line"
    around = text[max(0, at - 2):at] + "|" + text[at:at + 2]
    return f"no rule known: {around}"


def ranges(starts, text):
    return set(zip(starts, starts[1:] + [len(text)]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--paragraphs", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", help="one paragraph a line, instead of generated ones")
    parser.add_argument("--widths", default="8,12.5,20,24,28")
    parser.add_argument("--trim", default="space-first", choices=["space-first", "normal"])
    arguments = parser.parse_args()
    if arguments.file:
        with open(arguments.file, encoding="utf-8") as file:
            texts = [line.strip() for line in file if line.strip()]
    else:
        rng = random.Random(arguments.seed)
        texts = sample_paragraphs() + [paragraph(rng) for _ in range(arguments.paragraphs)]
    widths = [float(width) for width in arguments.widths.split(",")]
    total = equal = 0
    reasons = {}
    for width, theirs in zip(widths, browser_lines(texts, widths, arguments.trim)):
        ours, filled = heiban_lines(arguments.program, texts, width)
        for text, a, b, ems in zip(texts, ours, theirs, filled):
            total += len(b)
            equal += len(ranges(a, text) & ranges(b, text))
            if a != b:
                reasons.setdefault(explain(arguments.program, text, a, b, ems, width), []).append((width, text, a, b))
    for reason, cases in sorted(reasons.items(), key=lambda item: -len(item[1])):
        width, text, a, b = cases[0]
        at = min(set(a) ^ set(b))
        print(f"{len(cases):4} × {reason}; e.g. {width:g} em: …{text[max(0, at - 12):at + 12]}…")
    print(f"{equal} of {total} lines equal ({100 * equal / max(total, 1):.2f} %), "
          f"{len(texts)} texts × {len(widths)} widths")
    unexplained = any(reason.startswith("no rule") for reason in reasons)
    return 0 if equal >= TARGET * total and not unexplained else 1


if __name__ == "__main__":
    sys.exit(main())
