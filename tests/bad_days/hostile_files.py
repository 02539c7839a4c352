#!/usr/bin/env python3
"""Makes files nobody should send, gives each to heiban, and measures what it cost.

    hostile_files.py HEIBAN FOLDER URL [--all] [--only WORD]

FOLDER/www is what URL serves (tests/bad_days/hostile_test.sh starts the server). A line a run: CPU
seconds, wall seconds, peak MiB, exit code. Fails where one takes more than 2 s of CPU or 200 MiB, or
ends by a signal. Without --all only the files that take little time to make and to read, and of the
commands that read a file only the first.
"""
import io
import json
import os
import struct
import subprocess
import sys
import time
import zipfile
import zlib

SECONDS, MIB = 2.0, 200
FINE = (0, 1, 65, 69)  # read, findings, bad input, unreachable

MEG = 1 << 20
FILES = []  # (name, way, quick, maker)


def file(name, way, quick=False):
    def add(maker):
        FILES.append((name, way, quick, maker))
        return maker
    return add


def feeds(quick=False, **makers):
    for name, maker in makers.items():
        FILES.append((name, 'feed', quick, maker))


def pages(quick=False, **makers):
    for name, maker in makers.items():
        FILES.append((name, 'html', quick, maker))


def rss(inside, head=b'<?xml version="1.0" encoding="utf-8"?>\n'):
    return head + b'<rss version="2.0"><channel><title>t</title>' + inside + b'</channel></rss>'


def item(description, title=b'x'):
    return (b'<item><title>' + title + b'</title><link>https://e.example/1</link><description>' +
            description + b'</description></item>')


HAN = '根据《中小学招生工作实施办法》第十条的规定，现将有关事项公告如下。'

# ---- feeds

feeds(
    items_1e6=lambda: rss(b'<item><title>x</title></item>' * 1_000_000),
    item_10mb=lambda: rss(item(('&lt;p&gt;' + HAN + '&lt;/p&gt;').encode() * 90_000)),
    text_30mb=lambda: rss(item(b'<![CDATA[' + HAN.encode() * 300_000 + b']]>')),
    gbk_30mb=lambda: rss(item(HAN.encode('gbk') * 450_000), b'<?xml version="1.0" encoding="gb2312"?>'),
    utf16_30mb=lambda: rss(item((HAN * 400_000).encode()), b'').decode().encode('utf-16'),
    latin_30mb=lambda: rss(item(b'caf\xe9 ' * 6_000_000), b'<?xml version="1.0" encoding="iso-8859-1"?>'),
    random_bytes=lambda: os.urandom(16 * MEG),
    attributes_1e6=lambda: b'<rss ' + b' '.join(b'a%d="x"' % i for i in range(1_000_000)) + b'>' +
    item(b'x') + b'</rss>',
    item_attributes_1e6=lambda: rss(b'<item ' + b' '.join(b'a%d="x"' % i for i in range(1_000_000)) +
                                    b'><title>x</title></item>'),
    namespaces_1e6=lambda: b'<rss ' + b' '.join(b'xmlns:n%d="u%d"' % (i, i) for i in range(1_000_000)) +
    b'><channel>' + item(b'x') + b'</channel></rss>',
    namespaces_nested=lambda: b''.join(b'<n%d:a xmlns:n%d="u%d">' % (i, i, i) for i in range(400_000)),
    items_nested=lambda: rss(b'<item>' * 1_000_000),
    names_unknown=lambda: rss(b''.join(b'<t%d/>' % i for i in range(1_000_000))),
    elements_in_item=lambda: rss(b'<item>' + b'<a><b/></a>' * 1_000_000 + b'</item>'),
    categories_1e6=lambda: rss(b'<item><title>x</title>' + b'<category>y</category>' * 1_000_000 + b'</item>'),
    dates_1e6=lambda: rss(b'<item><title>x</title>' + b'<pubDate>1</pubDate>' * 1_000_000 + b'</item>'),
    date_10mb=lambda: rss(b'<item><title>x</title><pubDate>' + b'1 ' * 5_000_000 + b'</pubDate></item>'),
    links_1e6=lambda: rss(b'<item><title>x</title>' + b'<link>/y</link>' * 1_000_000 + b'</item>'),
    one_guid=lambda: rss(b''.join(b'<item><guid>g</guid><link>/%d</link></item>' % i for i in range(500_000))),
    titles=lambda: rss(b''.join(item(b'y', t * (2000 // len(t))) for t in [
        b'(', b')', b'1 ', b'1.', '〔'.encode(), '《'.encode(), b'&lt;', b'&amp;', b'<![CDATA[<a ]]>',
        '（一）'.encode(), '2026年'.encode(), b'a-'] * 400)),
    title_10mb=lambda: rss(item(b'y', b'&lt;a&gt; ' * 1_000_000)),
    brackets=lambda: rss(b'<' * (16 * MEG)),
    cdata_open=lambda: rss(b'<![CDATA[' * 2_000_000),
    comments_open=lambda: rss(b'<!--' * 4_000_000),
    instructions_open=lambda: rss(b'<?x ' * 4_000_000),
    references_open=lambda: rss(item(b'&#x' * 4_000_000)),
    json_items_1e6=lambda: b'{"version":"https://jsonfeed.org/version/1","items":[' + b'{"id":"1"},' * 1_000_000 + b'{}]}',
    json_numbers=lambda: b'{"version":"https://jsonfeed.org/version/1","items":[' + b'1,' * 10_000_000 + b'1]}',
    json_string_30mb=lambda: b'{"version":"https://jsonfeed.org/version/1","items":[{"content_text":"' + HAN.encode() * 300_000 + b'"}]}',
    json_keys_1e6=lambda: b'{"version":"https://jsonfeed.org/version/1",' + b','.join(b'"k%d":1' % i for i in range(1_000_000)) + b'}',
    json_backslashes=lambda: b'{"items":[{"title":"' + b'\\' * (16 * MEG),
    json_unclosed=lambda: b'{"items":[' + b'{"title":"x","a":[' * 1_000_000,
    json_bare=lambda: b'{"items":[' + b"{title:'x'," * 1_000_000,
)
feeds(
    quick=True,
    deep_1e6=lambda: rss(b'<a>' * 1_000_000 + b'</a>' * 1_000_000),
    doctypes_open=lambda: b'<!DOCTYPE a [' * 100_000 + rss(item(b'x')),
    entity_bomb=lambda: b'<!DOCTYPE r [<!ENTITY a0 "ha">' + b''.join(
        b'<!ENTITY a%d "%s">' % (i + 1, b'&a%d;' % i * 10) for i in range(12)) + b']>' + rss(item(b'&a12;' * 1000), b''),
    entity_square=lambda: b'<!DOCTYPE r [<!ENTITY a "' + b'x' * 100_000 + b'">]>' + rss(item(b'&a;' * 100_000), b''),
    json_deep_arrays=lambda: b'{"items":' + b'[' * 1_000_000,
    json_deep_objects=lambda: b'{"a":' * 1_000_000,
    nul_bytes=lambda: b'\0' * MEG,
)

# ---- an item's HTML

for tag in ['b', 'div', 'p', 'table', 'table><tr><td', 'a href=x', 'p><font', 'li', 'ul><li', 'h1', 'form',
            'select><option', 'x:y', '办法', 'title', 'script', 'textarea', 'svg><title', '!--', '/b', '/div',
            '/table', '?', 'td', 'img src=a.png', 'br', 'hr', 'sup', 'ruby><rt', 'dd', 'caption', 'a><p', 'q>x</q']:
    FILES.append(('unclosed <%s>' % tag, 'html', tag in ('b', 'table><tr><td', 'a href=x'),
                  lambda tag=tag: ('<%s>' % tag).encode() * (1_500_000 // (len(tag.encode()) + 2))))

for text in ['〔', '〔2026〕', '1.', '1 ', '１', '（一）', '第一', '附件1', '附件：', '2026年', '　', ' x', '：', '一 ', '一 ：',
             '“', '”', '. ', '/', '号', '来源：', '身份证 1', '62', '110101199003070000 ', '1380000000 ', '\u200b', '&nbsp;', '&', '&#',
             '<办', 'a@b.', 'http://', '浏览次数']:
    FILES.append(('text %r' % text, 'html', text in ('〔2026〕', '1 ', '一 ：'),
                  lambda text=text: b'<p>' + text.encode() * (1_500_000 // len(text.encode())) + b'</p>'))
    FILES.append(('lines %r' % text, 'html', False,
                  lambda text=text: ('<p>%s</p>' % (text * 9)).encode() * (1_500_000 // (len(text.encode()) * 9 + 7))))
    FILES.append(('breaks %r' % text, 'html', False,
                  lambda text=text: ('%s<br>' % (text * 3)).encode() * (1_500_000 // (len(text.encode()) * 3 + 4))))

pages(
    table_1e5_rows=lambda: b'<table>' + '<tr><td>1</td><td>张三</td><td>云岭县第一小学</td></tr>'.encode() * 100_000 + b'</table>',
    table_1e6_cells=lambda: b'<table><tr>' + b'<td>1' * 1_000_000,
    tables_nested=lambda: b'<table><tr><td>' * 10_000 + b'x' + b'</td></tr></table>' * 10_000,
    attributes=lambda: b'<p ' + b' '.join(b'a%d=x' % i for i in range(1_000_000)) + b'>x</p>',
    attribute_10mb=lambda: b'<p title="' + b'x' * (10 * MEG) + b'">x</p>',
    html_10mb=lambda: ('<p>' + HAN + '</p>').encode() * 100_000,
    text_16mb=lambda: HAN.encode() * 160_000,
    spans_1e6=lambda: '<span lang=EN-US>1</span>月'.encode() * 500_000,
    links_1e5=lambda: b'<a href="https://e.example/a.pdf">a.pdf</a> ' * 100_000,
    pictures_1e5=lambda: b'<img src="https://e.example/a.png">' * 100_000,
)
pages(
    quick=True,
    spans_65535=lambda: b'<table>' + (b'<tr>' + b'<td rowspan=65535 colspan=65535>x</td>' * 50 + b'</tr>') * 200 + b'</table>',
    styles=lambda: b'<p style="' + b'text-indent:' * 100_000 + b'">x</p>',
)

# ---- what feed date reads

for name, text in [('dates', '2026-11-24\n'), ('dates in Han', '2026年11月24日 下午3:05\n'), ('dates, RFC 822', 'Tue, 24 Nov 2026 09:00:00 +0800\n'),
                   ('dates, relative', '昨天 14:20\n'), ('dates, none', 'x\n'), ('dates, empty', '\n'), ('dates, 年', '年'),
                   ('dates, labels', '发布时间：'), ('dates, digits', '1'), ('dates, marks', '：/-')]:
    FILES.append((name, 'date', name == 'dates, empty', lambda text=text: text.encode() * (30_000_000 // len(text.encode()))))

# ---- list pages, tables

FILES.append(('list of 1e5', 'page', False, lambda: b'<html><body><ul>' + b''.join(
    '<li><a href="/t{0}.html">关于第{0}号事项的通知</a><span>2026-11-24</span></li>'.format(i).encode() for i in range(100_000)) + b'</ul>'))
FILES.append(('list, deep', 'page', False, lambda: b'<html><body>' + b'<div><ul><li><a href=x>y</a>' * 100_000))
FILES.append(('list, no tags', 'page', True, lambda: b'<html><body>' + b'2026-11-24 ' * 300_000))


def tables(quick=False, **makers):
    for name, maker in makers.items():
        FILES.append((name, 'table', quick, maker))


def workbook(sheet, styles=b''):
    """A spreadsheet of one sheet whose cells are `sheet`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
        pack.writestr('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="1" r:id="r1"/></sheets></workbook>')
        pack.writestr('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r1" Type="x/worksheet" '
                      'Target="worksheets/sheet1.xml"/></Relationships>')
        pack.writestr('xl/styles.xml', b'<styleSheet>' + styles + b'</styleSheet>')
        pack.writestr('xl/worksheets/sheet1.xml', b'<worksheet><sheetData>' + sheet + b'</sheetData></worksheet>')
    return out.getvalue()


def formatted(code, rows=12_700, columns=25):
    """317,500 numbers, nearly a sheet's most, under one format; no two alike, or the container would refuse to unpack them."""
    cells = b''.join(b'<row>' + b''.join(b'<c s="0"><v>%d</v></c>' % (i * 7919 * 104729 % 10**9) for i in range(
        row * columns, row * columns + columns)) + b'</row>' for row in range(rows))
    return workbook(cells, b'<numFmts><numFmt numFmtId="170" formatCode="' + code +
                    b'"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>')


tables(
    csv_1e7_fields=lambda: b'1,' * 10_000_000,
    csv_1e6_cells=lambda: (b'1,' * 49 + b'1\n') * 20_000,
    csv_1e6_rows=lambda: '学费,600\n'.encode() * 1_000_000,
    csv_3e5_cells=lambda: '学费,600,元/生·学期,文,范围,否,是,无,注,件\n'.encode() * 31_900,
    csv_6e5_cells=lambda: '学费,600,元/生·学期,文,范围,否,是,无,注,件\n'.encode() * 59_000,
    csv_1e5_columns=lambda: ','.join('列%d' % i for i in range(100_000)).encode(),
    csv_cell_30mb=lambda: '项目,标准\n学费,"'.encode() + HAN.encode() * 300_000 + b'"\n',
    csv_quotes_30mb=lambda: '项目,标准\n'.encode() + b'"' * (30 * MEG),
    csv_blanks_30mb=lambda: '项目,标准\n'.encode() + b' ' * (30 * MEG),
    csv_line_ends_30mb=lambda: b'\n' * (30 * MEG),
    csv_open_quote_30mb=lambda: '项目,标准\n"'.encode() + '学'.encode() * (10 * MEG),
    csv_open_quote_gbk=lambda: ('项目,标准\n"' + '学' * (10 * MEG)).encode('gbk'),
    table_json_1e6_cells=lambda: b'{"columns":["a"' + b',"a"' * 49 + b'],"rows":[' + (b'[1' + b',1' * 49 + b'],') * 20_000 + b'[]]}',
    table_json_numbers=lambda: b'{"columns":["a"],"rows":[' + b'1,' * 20_000_000 + b'1]}',
    table_json_cell_30mb=lambda: '{"columns":["项目"],"rows":[["'.encode() + HAN.encode() * 300_000 + b'"]]}',
    table_json_1e5_columns=lambda: b'{"columns":["a"' + b',"a"' * 100_000 + b'],"rows":[]}',
    table_json_keys=lambda: b'{"columns":["a"],"rows":[{' + b','.join(b'"k%d":1' % i for i in range(1_000_000)) + b'}]}',
    table_json_deep_30mb=lambda: b'[' * (30 * MEG),
    xlsx_format_500=lambda: formatted(b'0' * 500),
    xlsx_format_64=lambda: formatted(b'0' * 64),
    xlsx_format_parted=lambda: formatted(b'#-' * 30),
    xlsx_format_hides=lambda: formatted(b';;;'),
    xlsx_format_date=lambda: formatted(b'yyyy-' * 30),
)
tables(
    quick=True,
    csv_open_quote=lambda: '项目,标准\n"'.encode() + b'x' * (4 * MEG),
    table_json_deep=lambda: b'[' * MEG,
    table_json_empty_rows=lambda: b'{"columns":["a"' + b',"a"' * 511 + b'],"rows":[' + b'[],' * 60_000 + b'[]]}',
)

# ---- pictures


def png_chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def png(width, height, rows, depth=8, colour=2, level=1):
    """`rows`: how many rows there really are, all zero."""
    bits = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour] * depth
    row = b'\0' * (1 + (width * bits + 7) // 8)
    packer, data = zlib.compressobj(level), []
    for _ in range(rows):
        data.append(packer.compress(row))
    data.append(packer.flush())
    palette = png_chunk(b'PLTE', b'\xff\0\0') if colour == 3 else b''
    return (b'\x89PNG\r\n\x1a\n' + png_chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, depth, colour, 0, 0, 0)) +
            palette + png_chunk(b'IDAT', b''.join(data)) + png_chunk(b'IEND', b''))


def picture_of(name):
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'picture', 'files')
    with open(os.path.join(folder, name), 'rb') as source:
        return source.read()


def jpeg(width, height, name='progressive.jpg'):
    """A small one whose header tells another size."""
    data = bytearray(picture_of(name))
    at = 2
    while at + 9 < len(data):
        marker, length = data[at + 1], struct.unpack('>H', data[at + 2:at + 4])[0]
        if marker in (0xC0, 0xC1, 0xC2):
            data[at + 5:at + 9] = struct.pack('>HH', height, width)
            break
        at += 2 + length
    return bytes(data)


def webp(width, height):
    data = bytearray(picture_of('lossy.webp'))
    at = data.find(b'\x9d\x01\x2a')
    data[at + 3:at + 7] = struct.pack('<HH', width & 0x3FFF, height & 0x3FFF)
    return bytes(data)


def jpeg_scans(times):
    """A progressive one with its last scan said again and again."""
    data = picture_of('progressive.jpg')
    last = data.rfind(b'\xff\xda')
    return data[:last] + data[last:-2] * times + b'\xff\xd9'


for name, quick, maker in [
        ('png 65,000', True, lambda: png(65_000, 65_000, 10)),
        ('png 65,000 indexed', False, lambda: png(65_000, 65_000, 3000, 1, 3)),
        ('png 6,300, 40 MP', False, lambda: png(6_300, 6_300, 6_300)),
        ('png 6,300, alpha', False, lambda: png(6_300, 6_300, 6_300, 8, 6)),
        ('png 6,300, 16 bit', False, lambda: png(6_300, 6_300, 6_300, 16, 6)),
        ('png 1 × 30,000,000', True, lambda: png(1, 30_000_000, 100)),
        ('png 39,000,000 × 1', False, lambda: png(39_000_000, 1, 1)),
        ('png, more than it says', True, lambda: png(10, 10, 300_000)),
        ('png, cut', True, lambda: picture_of('alpha.png')[:-60]),
        ('png, no pixels', True, lambda: png(4_000, 4_000, 0)),
        ('png, text bomb', True, lambda: png(1, 1, 1)[:33] + png_chunk(b'zTXt', b'a\0\0' + zlib.compress(b'x' * 64 * MEG)) + png(1, 1, 1)[33:]),
        ('jpeg 65,000', True, lambda: jpeg(65_000, 65_000)),
        ('jpeg 6,300, 40 MP', False, lambda: jpeg(6_300, 6_300)),
        ('jpeg 6,300, 40 MP, grey', False, lambda: jpeg(6_300, 6_300, 'gray.jpg')),
        ('png 5,590, alpha', False, lambda: png(5_590, 5_590, 5_590, 8, 6)),
        ('jpeg, scans', False, lambda: jpeg_scans(20_000)),
        ('jpeg 4,000, scans', False, lambda: jpeg_scans(3_000)),
        ('jpeg, cut', True, lambda: picture_of('quarters.jpg')[:-200]),
        ('webp 16,383', True, lambda: webp(16_383, 16_383)),
        ('webp 6,300', False, lambda: webp(6_300, 6_300)),
        ('webp, cut', True, lambda: picture_of('lossless.webp')[:-40]),
        ('webp, moving', True, lambda: picture_of('moving.webp')),
        ('gif 65,000', True, lambda: b'GIF89a' + struct.pack('<HH', 65_000, 65_000) + b'\x80\0\0' + b'\0' * 6 + b'\x2c' + b'\0' * 100),
        ('svg', True, lambda: b'<svg xmlns="http://www.w3.org/2000/svg" width="65000" height="65000"><rect/></svg>'),
        ('random', True, lambda: os.urandom(MEG)),
        ('empty', True, lambda: b'')]:
    FILES.append((name, 'picture', quick, maker))

# ---- what only a server can send: name ending → how it is sent


def sparse(path):
    with open(path, 'wb') as out:
        out.truncate(1 << 30)


def gzip_member(size):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(b' ' * size) + packer.flush()


FILES.append(('1 GB', 'sparse.xml', True, sparse))
FILES.append(('gzip bomb', 'bomb.xml.gz', True, lambda: gzip_member(64 * MEG)))
FILES.append(('gzip bomb in members', 'members.xml.gz', True, lambda: gzip_member(MEG) * 2000))
FILES.append(('gzip of a long feed', 'long.xml.gz', False,
              lambda: zlib.compress(rss(item(b'x') * 300_000), 1, 31) if sys.version_info >= (3, 11) else b''))


class Runs:
    def __init__(self, heiban, folder, url):
        self.heiban, self.folder, self.url = heiban, folder, url
        self.missed = []
        with open(heiban, 'rb') as program:
            self.sanitized = b'__asan_init' in program.read()

    def run(self, name, *command, given=os.devnull):
        start = time.monotonic()
        with open(os.path.join(self.folder, 'out'), 'wb') as out, open(given, 'rb') as stdin:
            child = subprocess.Popen(command, stdin=stdin, stdout=out, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(child.pid, 0)
        child.returncode = 0  # waited for already
        wall = time.monotonic() - start
        cpu, mib = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        signal, code = status & 0x7F, status >> 8
        print('%-28s %-6s %6.2f s cpu %6.2f s wall %6.0f MiB  exit %s' %
              (name, command[1] if command[1] not in ('feed', 'fees') else command[2], cpu, wall, mib,
               'by signal %d' % signal if signal else code), flush=True)
        seconds, most = (20 * SECONDS, 4096) if self.sanitized else (SECONDS, MIB)
        if signal or code not in FINE or cpu > seconds or mib > most:
            self.missed.append('%s: %s' % (name, ' '.join(command[1:3])))

    def fetch(self, name, url, more='', check=False):
        config, state = os.path.join(self.folder, 'heiban.toml'), os.path.join(self.folder, 'state')
        with open(config, 'w') as out:
            out.write('[bureau]\nname = "云岭县教育局"\n[[feed]]\nname = "公告"\nurl = "%s"\n%s\n' % (url, more))
        subprocess.run(['rm', '-rf', state], check=True)
        self.run(name, self.heiban, 'fetch', '--once', '--config', config, '--state', state)
        if check:
            self.run(name, self.heiban, 'check', '--config', config, '--state', state)

    # The commands that read a file as it lies there.
    def read(self, name, way, path, everything):
        commands = {'feed': [['feed', 'parse', path]],
                    'html': [['notice', path], ['pages', path, '--size', '1920x1080'],
                             ['pages', path, '--size', '1080x1920'],
                             ['layout', path, '--width', '24em'],
                             ['layout', path, '--width', '1em', '--breaks']],
                    'table': [['fees', 'read', path], ['fees', 'lint', path]],
                    'date': [['feed', 'date']]}.get(way, [])
        for command in commands if everything else commands[:1]:
            self.run(name, self.heiban, *command, given=path if way == 'date' else os.devnull)

    def try_file(self, name, way, maker, everything):
        www = os.path.join(self.folder, 'www')
        served = way if '.' in way else 'file'
        path, url = os.path.join(www, served), '%s/%s' % (self.url, served)
        # In a process of its own: what a child is said to have taken begins with its parent's size.
        child = os.fork()
        if child == 0:
            make(maker, www, served, way, url)
            os._exit(0)
        if os.waitpid(child, 0)[1] != 0:
            raise SystemExit('cannot make %s' % name)
        self.read(name, way, path, everything)
        in_item = way in ('html', 'picture')
        more = {'page': 'kind = "page"', 'table': 'kind = "fees"'}.get(way, '')
        if way != 'date':
            self.fetch(name, self.url + '/item.json' if in_item else url, more, check=everything)
        if way in ('feed', 'table') and everything:
            self.fetch(name, 'file:www/file', more)
        os.remove(path)


# The file, and for what stands in an item the feed that carries it.
def make(maker, www, served, way, url):
    path = os.path.join(www, served)
    if way == 'sparse.xml':
        return maker(path)
    data = maker()
    with open(path, 'wb') as out:
        out.write(data)
    if way not in ('html', 'picture'):
        return None
    html = data.decode('utf-8', 'replace') if way == 'html' else '<p>x</p><img src="%s">' % url
    feed = {'version': 'https://jsonfeed.org/version/1.1', 'items': [
        {'id': '1', 'title': 'x', 'content_html': html}]}
    with open(os.path.join(www, 'item.json'), 'wb') as out:
        out.write(json.dumps(feed, ensure_ascii=False).encode())


def main(arguments):
    heiban, folder, url = arguments[:3]
    everything = '--all' in arguments
    only = arguments[arguments.index('--only') + 1] if '--only' in arguments else ''
    runs = Runs(heiban, folder, url)
    os.makedirs(os.path.join(folder, 'www'), exist_ok=True)
    for name, way, quick, maker in FILES:
        if (everything or quick or only) and only in name:
            runs.try_file(name, way, maker, everything)
    for missed in runs.missed:
        print('OVER THE BAR:', missed)
    return 1 if runs.missed else 0


sys.exit(main(sys.argv[1:]))
