// Where a result goes, in which forms: tried before anything is measured, kept as it grows, written
// as a whole at the end.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "shell/cli/once_a_second.h"
#include "shell/cli/output.h"
#include "shell/cli/partial_files.h"

namespace lab {

template <typename T>  // RunResult or SweepResult
class ResultFiles {
 public:
  struct Form {
    Place place;
    std::string (*text)(const T& result);
    bool large = false;  // takes too long to be written every second
  };

  explicit ResultFiles(std::vector<Form> forms) : forms_(std::move(forms)) {}

  bool CanBeWritten() const {
    std::vector<Place> places;
    std::ranges::transform(forms_, std::back_inserter(places), &Form::place);
    return lab::CanBeWritten(places);
  }

  // At most once a second.
  void Grow(const T& so_far) {
    if (!pace_.Due()) return;
    for (const Form& form : forms_) {
      if (!form.large) partial_.Save(form.place.where, form.text(so_far));
    }
  }
  // Nothing more comes.
  void EndEarly(const T& so_far) {
    for (const Form& form : forms_) partial_.Save(form.place.where, form.text(so_far));
    partial_.Tell();
  }
  // False if something could not be written. Files first: whoever reads standard output may leave.
  bool SaveWhole(const T& result) {
    bool saved = true;
    for (const bool file : {true, false}) {
      for (const Form& form : forms_) {
        if (IsFile(form.place.where) != file) continue;
        const bool written = Write(form.place.where, form.text(result));
        if (written) partial_.Remove(form.place.where);
        saved = saved && written;
      }
    }
    partial_.Tell();
    return saved;
  }
  // Whether standard output has to itself what a program reads.
  bool OnStandardOutput() const {
    return std::ranges::any_of(forms_, [](const Form& form) { return form.place.where == "-"; });
  }

 private:
  const std::vector<Form> forms_;
  PartialFiles partial_;
  OnceASecond pace_;
};

}  // namespace lab
