#include "ui/interview/InterviewListModel.h"

#include "core/catalogue/EditInterview.h"
#include "ui/common/InterviewState.h"

#include <QDateTime>
#include <QLocale>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
enum Column { WhoColumn, StateColumn, DateColumn, ProtocolColumn, ExamplesColumn, GapsColumn, ColumnCount };
static_assert(int(ProtocolColumn) == InterviewListModel::protocolColumn);
} // namespace

void InterviewListModel::setInterviews(QVector<Interview> interviews)
{
    beginResetModel();
    m_interviews = std::move(interviews);
    endResetModel();
}

InterviewId InterviewListModel::interview(int row) const
{
    return row >= 0 && row < m_interviews.size() ? m_interviews[row].id : InterviewId{};
}

int InterviewListModel::rowOf(InterviewId interview) const
{
    const auto found = std::find_if(m_interviews.begin(), m_interviews.end(),
                                    [interview](const Interview &each) { return each.id == interview; });
    return found == m_interviews.end() ? -1 : int(found - m_interviews.begin());
}

int InterviewListModel::firstUnfinished() const
{
    const auto first = [this](std::initializer_list<QLatin1StringView> states) {
        const auto found = std::find_if(m_interviews.begin(), m_interviews.end(), [&](const Interview &each) {
            return std::find(states.begin(), states.end(), each.standing()) != states.end();
        });
        return found == m_interviews.end() ? -1 : int(found - m_interviews.begin());
    };
    const int held = first({interview_state::inProgress, interview_state::paused});
    return held >= 0 ? held : first({interview_state::finishing});
}

int InterviewListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_interviews.size());
}

int InterviewListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InterviewListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() >= ExamplesColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const Interview &interview = m_interviews[index.row()];
    switch (index.column()) {
    case WhoColumn:
        return QStringList(interview.pseudonyms).join(u", "_s);
    case StateColumn:
        return interview.locked ? tr("%1, locked").arg(stateLabel(interview.standing()))
                                : stateLabel(interview.standing());
    case DateColumn:
        return interview.date
                   ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*interview.date), QLocale::ShortFormat)
                   : QString();
    case ProtocolColumn:
        return interview.protocolTitle;
    case ExamplesColumn:
        return interview.examples;
    case GapsColumn:
        return interview.gaps;
    default:
        return {};
    }
}

QVariant InterviewListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= ExamplesColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[]{tr("Participant"), tr("State"),    tr("Date"),
                           tr("Protocol"),    tr("Examples"), tr("Gaps")};
    return titles[section];
}

} // namespace seamfinder
