#pragma once

#include "core/interview/InterviewData.h"

namespace seamfinder {

class Flow;

/// Where what is stored differs from what the protocol asks for now.
struct RelevanceDifferences
{
    QVector<std::pair<AnswerPlace, bool>> answers;
    QVector<std::pair<ExampleId, bool>> examples;
    QVector<std::pair<GapId, bool>> gaps;

    [[nodiscard]] bool isEmpty() const { return answers.isEmpty() && examples.isEmpty() && gaps.isEmpty(); }
    friend bool operator==(const RelevanceDifferences &, const RelevanceDifferences &) = default;
};

[[nodiscard]] RelevanceDifferences relevanceDifferences(const Flow &flow, const InterviewData &data);

} // namespace seamfinder
