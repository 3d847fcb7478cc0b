#pragma once

#include "core/exchange/ProtocolForm.h"

namespace seamfinder {

enum class PaperSize : quint8 { A4, Letter };

/// What is usual in the user's country.
[[nodiscard]] PaperSize usualPaper();

/// The form as PDF, page numbers and a running title in the foot. A question stays on one page if one can
/// hold it. Needs a QGuiApplication (the offscreen platform is enough); any thread.
[[nodiscard]] QByteArray formPdf(const ProtocolForm &form, PaperSize paper = usualPaper());

} // namespace seamfinder
