#pragma once

#include "core/domain/Id.h"

#include <QString>

namespace seamfinder {

/// One entry of the codebook.
struct Term
{
    TermId id{};
    QString facet{}; ///< element, role, workflow, information-item, …
    QString key{};   ///< stable, unique in its facet
    QString label{};
    QString alias{}; ///< other names, separated by "; ", for type-ahead
    QString definition{};
    QString useWhen{};
    QString useNot{};
    QString example{};
    QString colour{}; ///< "#rrggbb" or empty
    TermId parent{};
    TermId about{};        ///< information item: its element
    TermId groupRole{};    ///< role: which of the three roles it belongs with
    TermId workflow{};     ///< role: the workflow it performs
    bool special = false;  ///< "nobody", "not known": an answer, but no person
    bool asksText = false; ///< "other": wants a text beside it
    int position = 0;
    bool retired = false;

    friend bool operator==(const Term &, const Term &) = default;
};

} // namespace seamfinder
