#pragma once

#include "core/protocol/Protocol.h"

#include <QWidget>

class QComboBox;

namespace seamfinder {

class Codebook;

/// Where choices come from, or what a repeat goes over: a kind, and which category or question it is.
class SourceRow final : public QWidget
{
    Q_OBJECT

public:
    enum class Purpose : quint8 { Choices, Repeat };

    explicit SourceRow(Purpose purpose, QWidget *parent = nullptr);

    /// `questions`: those whose instances or picks can be gone over.
    void setOffer(const Codebook &codebook, const QStringList &questions);
    void setSource(const ChoiceSource &source);

Q_SIGNALS:
    void chosen(seamfinder::ChoiceSource::Kind kind, const QString &from);

private:
    void offerFrom();
    void say();

    QComboBox *m_kind, *m_from;
    QStringList m_facets, m_questions;
};

} // namespace seamfinder
