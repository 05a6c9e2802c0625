#include "messages/fields_written.h"

#include "base/text.h"

namespace lab {

Json Written(uint64_t number, Hex) {
  return Format("%016llx", static_cast<unsigned long long>(number));
}
Json Written(const std::string& text) { return text; }

FieldWriter& FieldWriter::Put(std::string key, Json value) {
  json_.get_ref<Json::object_t&>().emplace_back(std::move(key), std::move(value));
  return *this;
}

FieldWriter& FieldWriter::Kind(const char* schema, int version) {
  return Put("schema", schema).Put("version", version);
}

FieldWriter& FieldWriter::Rest(const std::vector<UnknownField>& unknown) {
  for (const UnknownField& field : unknown)
    Put(field.name, Json::parse(field.json, nullptr, /*allow_exceptions=*/false));
  return *this;
}

}  // namespace lab
