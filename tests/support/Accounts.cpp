#include "tests/support/Accounts.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/domain/Fields.h"

namespace seamfinder::test {

using namespace Qt::StringLiterals;

std::ostream &operator<<(std::ostream &stream, const Account &account)
{
    for (const QString &text :
         {account.participant, account.system, account.incident, account.tag, account.other})
        stream << QDebug::toString(text).toStdString() << ' ';
    return stream << "words " << rc::toString(account.words) << " gaps " << rc::toString(account.gaps)
                  << (account.alone ? " alone" : "");
}

QVector<Field> textFields()
{
    QVector<Field> fields;
    for (const Field &field : fieldsOf(Entity::Example)) {
        if (field.kind == FieldKind::Text)
            fields.append(field);
    }
    return fields;
}

rc::Gen<Account> anyAccount()
{
    const auto name = shortText(5);
    const auto text = shortText(5);
    return rc::gen::build<Account>(
        rc::gen::set(&Account::participant, name), rc::gen::set(&Account::system, name),
        rc::gen::set(&Account::incident, name), rc::gen::set(&Account::tag, name),
        rc::gen::set(&Account::other, text),
        rc::gen::set(&Account::words, rc::gen::container<Row>(size_t(textFields().size()), text)),
        rc::gen::set(&Account::gaps, rc::gen::resize(3, rc::gen::container<Row>(text))),
        rc::gen::set(&Account::alone, rc::gen::weightedElement<bool>({{3, false}, {1, true}})));
}

namespace {
Stored store(Edit &edit, const Account &account, const Term &element)
{
    Stored stored{account, {}, {}, {}};
    const Origin origin{.participant = createParticipant(edit, account.participant),
                        .system = createSystem(edit, account.system)};
    if (!account.alone) {
        const ExampleId example = stored.example = createExample(edit, origin);
        const QVector<Field> fields = textFields();
        for (qsizetype i = 0; i < fields.size(); ++i)
            setValue(edit, fields[i], example.value, account.words[size_t(i)]);
        setCodings(edit, fields::example::element, example.value,
                   {{.term = element.id, .other = account.other}}, CodingStage::Live);
        setIncident(edit, example, createIncident(edit, account.incident));
        if (!account.tag.trimmed().isEmpty())
            setCodings(edit, fields::example::tag, example.value, {{tagByLabel(edit, account.tag)}},
                       CodingStage::Live);
    }
    for (const QString &gap : account.gaps) {
        stored.gaps.append(createGap(edit, stored.example, origin));
        setValue(edit, fields::gap::information, stored.gaps.last().value, gap);
        setCodings(edit, fields::gap::element, stored.gaps.last().value,
                   {{.term = element.id, .other = account.other}}, CodingStage::After);
    }
    return stored;
}

} // namespace

QVector<Stored> storeAll(TempStudy &study, const std::vector<Account> &accounts)
{
    const Term element = Codebook::read(study.db()).inFacet(u"element").first();
    QVector<Stored> all;
    study.writer().perform({u"fill"_s}, [&](Edit &edit) {
        for (const Account &account : accounts)
            all.append(store(edit, account, element));
    });
    const Codebook codebook = Codebook::read(study.db());
    for (Stored &stored : all) {
        const QString label = stored.account.tag.trimmed();
        for (const Term &tag : codebook.inFacet(u"tag")) {
            if (tag.label.compare(label, Qt::CaseInsensitive) == 0)
                stored.tag = tag.label;
        }
    }
    return all;
}

} // namespace seamfinder::test
