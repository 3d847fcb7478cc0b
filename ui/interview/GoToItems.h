#pragma once

#include "ui/common/TermPicker.h"

namespace seamfinder {

class InterviewSession;

/// The lines of "Go to": every question that is to be asked, in the order of the interview, under its
/// section; of a repeat, what one stands in comes first. The ids are places in the flow, counted from 1.
[[nodiscard]] QList<PickItem> goToItems(const InterviewSession &interview);

} // namespace seamfinder
