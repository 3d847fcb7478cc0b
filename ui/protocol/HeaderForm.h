#pragma once

#include "ui/protocol/DraftForm.h"

class QPushButton;

namespace seamfinder {

class FlowLayout;

/// What the whole protocol is called, and in which languages it can be read.
class HeaderForm final : public DraftForm
{
    Q_OBJECT

public:
    explicit HeaderForm(ProtocolDraft &draft, QWidget *parent = nullptr);

protected:
    bool load() override;
    void store(bool typed) override;
    void showRest() override;
    [[nodiscard]] bool concerns(const ProtocolProblem &problem) const override;

private:
    void addWanted();

    Protocol m_header; ///< without its sections
    QStringList m_shown;
    QWidget *m_languages;
    FlowLayout *m_chips;
    LineEdit *m_code;
    QPushButton *m_add;
};

} // namespace seamfinder
