// Rows: the archive's records as columns: the statements' texts and their binding and reading.
// sqlite_archive.cpp uses them; the column order here and in the texts is one.
// It runs nothing.
#pragma once

#include "store/records.h"
#include "store/sqlite_statement.h"

namespace heiban {

extern const char* const kSelectFeeds;
extern const char* const kUpsertFeed;
extern const char* const kSelectNotices; // of the feed ?
extern const char* const kUpsertNotice;
extern const char* const kDeleteNotice; // feed ?, id ?
extern const char* const kSelectPictures;
extern const char* const kUpsertPicture;

FeedRecord feed_record(const SqlStatement& row);
void bind(SqlStatement& upsert, const FeedRecord& feed);

PictureRecord picture_record(const SqlStatement& row);
void bind(SqlStatement& upsert, const PictureRecord& picture);

// A notice with its body still as JSON, so that what did not change is not written again.
struct NoticeRow {
  NoticeRecord record; // without body
  std::optional<std::string> body;
  bool operator==(const NoticeRow& other) const;
};
NoticeRow notice_row(const SqlStatement& row);
NoticeRow row_of(const NoticeRecord& record);
NoticeRecord record_of(NoticeRow row); // a body that cannot be read is no body
void bind(SqlStatement& upsert, const std::string& feed, const NoticeRow& row);

} // namespace heiban
