#pragma once

#include "core/catalogue/ReadCodebook.h"

#include <functional>
#include <QPointer>
#include <QWidget>

class QPushButton;

namespace seamfinder {

class FlowLayout;
class TermPicker;

/// One or several terms of a facet as chips, with a button that opens the list.
class TermChips final : public QWidget
{
    Q_OBJECT

public:
    enum class Mode : quint8 { One, Many };

    TermChips(Mode mode, const QString &what, QWidget *parent = nullptr);
    ~TermChips() override;

    /// What can be picked: the facet's terms that are not retired and that `allowed` lets through.
    void setOffer(const Codebook &codebook, const QString &facet,
                  std::function<bool(const Term &)> allowed = {});
    /// Shows; says nothing.
    void setTerms(const QVector<TermId> &terms);
    [[nodiscard]] const QVector<TermId> &terms() const { return m_terms; }
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void changed(const QVector<seamfinder::TermId> &terms);

private:
    void rebuild();
    void open();

    Mode m_mode;
    bool m_readOnly = false;
    QString m_what;
    QString m_facet;
    Codebook m_codebook;
    std::function<bool(const Term &)> m_allowed;
    QVector<TermId> m_terms;
    FlowLayout *m_flow;
    QPushButton *m_add;
    QPointer<TermPicker> m_picker; ///< its parent is the window while it is open
};

} // namespace seamfinder
