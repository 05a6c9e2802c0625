#include "messages/fields_written.h"

#include "base/text.h"
#include "messages/file_kinds.h"

namespace lab {

Json Written(uint64_t number, Hex) { return Format("%016llx", static_cast<unsigned long long>(number)); }
Json Written(const std::string& text) { return text; }

FieldWriter& FieldWriter::Put(const char* key, Json value) {
  json_.get_ref<Json::object_t&>().emplace_back(key, std::move(value));
  return *this;
}

FieldWriter& FieldWriter::Kind(const char* schema) { return Put("schema", schema).Put("version", kFileVersion); }

}  // namespace lab
