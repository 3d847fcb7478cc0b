#pragma once

#include "core/catalogue/StudySession.h"
#include "tests/support/TempStudy.h"
#include "tests/support/ui/KeptMessages.h"
#include "ui/common/CatalogueService.h"
#include "ui/common/CodebookCache.h"

class QSize;
class QWidget;

namespace seamfinder::test {

/// A study opened as the window opens it, its lead coder at the keyboard: what a workspace is made from.
struct OpenedStudy
{
    explicit OpenedStudy(TempStudy &file);

    StudySession session;
    CodebookCache codebook;
    CatalogueService catalogue;
    KeptMessages messages;
};

/// Shows a widget as the active window, so that it gets the keys; ends the test program where that fails.
void showActive(QWidget &widget, QSize size);

} // namespace seamfinder::test
