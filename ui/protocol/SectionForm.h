#pragma once

#include "ui/protocol/DraftForm.h"

namespace seamfinder {

/// What a section says and when it is asked.
class SectionForm final : public DraftForm
{
    Q_OBJECT

public:
    explicit SectionForm(ProtocolDraft &draft, QWidget *parent = nullptr);

    void setSection(const DraftPlace &place);

protected:
    bool load() override;
    void store(bool typed) override;
    [[nodiscard]] bool concerns(const ProtocolProblem &problem) const override;
    [[nodiscard]] QStringList names() const override;

private:
    DraftPlace m_place;
    Section m_section; ///< without its questions
};

} // namespace seamfinder
