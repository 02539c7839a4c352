#include "config/fonts.h"

#include "config/key_readers.h"
#include "config/toml_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>

namespace heiban {
namespace {

constexpr int kLargestIndex = 255;

using Faces = std::map<std::string, FaceFile>; // by the short name the book gives them

struct RoleNames { // each role's faces by short name
  std::vector<std::string> body, title, hei, kai, label, song, last_resort;
};

const std::vector<Key<RoleNames>>& role_keys() {
  static const std::vector<Key<RoleNames>> keys = {
      {{"body", "正文", "[\"sans\"]", "正文用的字体", true}, texts(&RoleNames::body)},
      {{"title", "标题", "[\"serif-bold\"]", "大标题用的字体", true}, texts(&RoleNames::title)},
      {{"hei", "黑体", "[\"sans-bold\"]", "一级小标题（一、）", true}, texts(&RoleNames::hei)},
      {{"kai", "楷体", "[\"kai\"]", "二级小标题（（一））", true}, texts(&RoleNames::kai)},
      {{"label", "页眉页脚", "[\"sans\"]", "时钟、页码等", true}, texts(&RoleNames::label)},
      {{"song", "宋体正文", "[\"serif\"]", "公文主题的正文", true}, texts(&RoleNames::song)},
      {{"last_resort", "最后的后备", "[\"sans\", \"symbols\"]", "以上字体都没有的字，按这个顺序找"},
       texts(&RoleNames::last_resort)},
  };
  return keys;
}

const std::vector<std::string>& names_of(const RoleNames& names, FontRole role) {
  switch (role) {
  case FontRole::Body:
    return names.body;
  case FontRole::Title:
    return names.title;
  case FontRole::Hei:
    return names.hei;
  case FontRole::Kai:
    return names.kai;
  case FontRole::Label:
    return names.label;
  case FontRole::Song:
    return names.song;
  }
  return names.body;
}

// "file.ttf" or "file.ttc#2"; relative to the book's folder.
std::optional<FaceFile> read_face(const TomlEntry& entry, const std::filesystem::path& folder,
                                  DiagnosticSink& report) {
  const KeyInfo info{entry.key, "字体文件", "\"NotoSansCJK-Regular.ttc#2\"", "", true};
  auto file = read_text(entry.value, info, report, 4096);
  if (!file)
    return std::nullopt;
  FaceFile face;
  if (const size_t mark = file->rfind('#'); mark != std::string::npos) {
    const auto index = parse_quantity(file->substr(mark + 1), {});
    if (!index || *index < 0 || *index > kLargestIndex || *index != static_cast<int>(*index)) {
      report.error(entry.value.place,
                   fmt::format("# 后面要写字体在 .ttc 文件里的序号，从 0 到 {}。例如 {}",
                               kLargestIndex, info.form));
      return std::nullopt;
    }
    face.index = static_cast<int>(*index);
    file->resize(mark);
  }
  face.path = std::filesystem::absolute(folder / *file).lexically_normal().string();
  return face;
}

Faces read_faces(const TomlValue* section, const std::filesystem::path& folder,
                 DiagnosticSink& report) {
  Faces faces;
  if (section == nullptr)
    return faces;
  for (const TomlEntry& entry : section->entries)
    if (!entry.value.broken)
      if (auto face = read_face(entry, folder, report))
        faces.emplace(entry.key, std::move(*face));
  return faces;
}

std::string nearest_face(const Faces& faces, const std::string& name) {
  const std::string* best = nullptr;
  for (const auto& [other, face] : faces)
    if (best == nullptr || edit_distance(other, name) < edit_distance(*best, name))
      best = &other;
  return best != nullptr && edit_distance(*best, name) <= 3
             ? fmt::format("。是不是想写 \"{}\"？", *best)
             : "。请先在 [faces] 里写上这个字体";
}

// Where a name stands in its list, for the caret.
SourcePlace place_of(const TomlValue& roles, std::string_view key, size_t index) {
  const TomlEntry* entry = roles.find(key);
  if (entry == nullptr)
    return roles.place;
  return index < entry->value.items.size() ? entry->value.items[index].place : entry->value.place;
}

void append_faces(std::vector<FaceFile>& chain, const std::vector<std::string>& names,
                  const Faces& faces) {
  for (const std::string& name : names) {
    const auto face = faces.find(name);
    if (face == faces.end())
      continue;
    if (std::find(chain.begin(), chain.end(), face->second) == chain.end())
      chain.push_back(face->second);
  }
}

void check_names(const TomlValue& roles, std::string_view key,
                 const std::vector<std::string>& names, const Faces& faces,
                 DiagnosticSink& report) {
  for (size_t i = 0; i < names.size(); ++i)
    if (faces.find(names[i]) == faces.end())
      report.error(place_of(roles, key, i),
                   fmt::format("[faces] 里没有“{}”{}", names[i], nearest_face(faces, names[i])));
}

FontBook read_book(const TomlValue& root, const std::filesystem::path& folder,
                   DiagnosticSink& report) {
  static const std::vector<SectionInfo> sections = {
      {"faces", "字体文件", "字体文件和它的简称", false, {}, true},
      {"roles", "用途", "各处用哪种字体", false, infos(role_keys())}};
  const auto found = read_sections(root, sections, report);
  const Faces faces = read_faces(found.at("faces"), folder, report);
  RoleNames names;
  static const TomlValue none;
  const TomlValue& roles = found.at("roles") != nullptr ? *found.at("roles") : none;
  read_keys(roles, "roles", role_keys(), names, report, [&](const TomlEntry& entry) {
    report.error(entry.place, explain_unknown_key(entry.key, "roles", sections));
  });
  FontBook book;
  for (int i = 0; i < kFontRoles; ++i) {
    const std::vector<std::string>& own = names_of(names, static_cast<FontRole>(i));
    check_names(roles, role_keys()[static_cast<size_t>(i)].info.name, own, faces, report);
    append_faces(book.roles[static_cast<size_t>(i)], own, faces);
    append_faces(book.roles[static_cast<size_t>(i)], names.last_resort, faces);
  }
  check_names(roles, "last_resort", names.last_resort, faces, report);
  return book;
}

} // namespace

Result<FontBook> load_fonts(const std::string& path) {
  FontBook book;
  const Result<void> read =
      read_toml_file(path, [&](const TomlValue& root, DiagnosticSink& report) {
        book = read_book(root, std::filesystem::path(path).parent_path(), report);
      });
  if (!read)
    return read.error();
  return book;
}

} // namespace heiban
