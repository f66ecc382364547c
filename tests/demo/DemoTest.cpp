// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Documents.hpp"
#include "stage/Layouts.hpp"
#include "stage/Slide.hpp"
#include "studio/Script.hpp"
#include "support/StudioRig.hpp"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <set>

using namespace vitrina;

namespace {

QByteArray contents(const char* name) {
    QFile file(QStringLiteral(VITRINA_SOURCE_DIR "/resources/demo/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <class T>
T mustBe(Result<T> read) {
    if (!read)
        qFatal("%s", read.error().detail.c_str());
    return std::move(read).value();
}

record::ShowDocument demoShow() {
    return mustBe(record::decodeShowDocument(contents("show.json").toStdString()));
}

stage::SetUp demoSetUp() {
    return mustBe(record::decodeSetUp(contents("setup.json").toStdString()));
}

std::vector<studio::ScriptStep> demoScript() {
    return mustBe(studio::readScript(contents("demo-script.json")));
}

std::vector<show::Item> items(const show::Show& show) {
    std::vector<show::Item> all;
    for (const show::Segment& segment : show.rundown.segments)
        all.insert(all.end(), segment.items.begin(), segment.items.end());
    return all;
}

} // namespace

/// The demo is what a stranger sees first: its documents are read by the same code, and played to the end.
class DemoTest : public QObject {
    Q_OBJECT

  private slots:
    void theShowIsReadAndWrittenBackUnchanged() {
        const record::ShowDocument document = demoShow();
        QCOMPARE(mustBe(record::decodeShowDocument(record::encodeShowDocument(document))), document);
        const stage::SetUp setUp = demoSetUp();
        QCOMPARE(mustBe(record::decodeSetUp(record::encodeSetUp(setUp))), setUp);
    }

    void everyProductIsShownAndHasItsPicture() {
        const record::ShowDocument document = demoShow();
        std::set<ProductId> shown;
        for (const show::Item& item : items(document.show))
            shown.insert(item.product);
        for (const commerce::Product& product : document.catalogue.products) {
            QVERIFY2(shown.contains(product.id), product.id.value.c_str());
            const QString picture = QStringLiteral(VITRINA_SOURCE_DIR "/resources/demo/art/") +
                                    QString::fromStdString(product.image);
            QVERIFY2(QFileInfo(picture).isFile(), product.image.c_str());
            QVERIFY(!product.code.empty() && !product.description.empty());
        }
    }

    void oneProductIsNearlyGoneAndOneItemIsPaidFor() {
        const record::ShowDocument document = demoShow();
        int scarce = 0;
        for (const commerce::Product& product : document.catalogue.products) {
            std::int64_t pieces = 0;
            for (const commerce::Variant& variant : product.variants)
                pieces += variant.allocated;
            scarce += pieces <= commerce::lowStock ? 1 : 0;
        }
        QCOMPARE(scarce, 1);
        int paidFor = 0;
        for (const show::Item& item : items(document.show))
            paidFor += item.disclosure ? 1 : 0;
        QCOMPARE(paidFor, 1);
        QVERIFY(!document.show.disclosureText.empty());
    }

    void everyItemFindsASceneOfItsRoleInBothShapes() {
        const stage::SetUp setUp = demoSetUp();
        for (const show::Item& item : items(demoShow().show)) {
            const stage::Scene* scene = stage::sceneForRole(setUp, item.role);
            QVERIFY(scene);
            QVERIFY2(scene->role == item.role, item.title.c_str());
            QVERIFY(scene->layouts.contains(stage::CanvasShape::Landscape));
            QVERIFY(scene->layouts.contains(stage::CanvasShape::Portrait));
        }
    }

    /// The roles that are ready to use are what a host would get by adding them.
    void theScenesAreTheReadyRoles() {
        const stage::SetUp setUp = demoSetUp();
        std::set<SceneRole> roles;
        for (const stage::Scene& scene : setUp.scenes) {
            roles.insert(scene.role);
            for (const stage::CanvasShape shape : stage::canvasShapes) {
                std::vector<SourceId> sources;
                for (const stage::SceneItem& item : scene.layouts.at(shape))
                    sources.push_back(item.source);
                QVERIFY2(stage::layoutOf(scene.role, shape, sources) == scene.layouts.at(shape),
                         scene.name.c_str());
            }
        }
        QCOMPARE(roles.size(), std::size_t(8));
        QVERIFY(!roles.contains(SceneRole::Standby) && !roles.contains(SceneRole::None));
        for (const stage::Source& source : setUp.sources)
            QVERIFY(source.kind != stage::SourceKind::Slide || stage::slideFromAddress(source.address));
    }

    /// No step of the script is refused, no two takes fall into the guard time, and each item goes on air but
    /// the words of farewell: they are the host's, and the pictures taken at the end show a product on air.
    void theScriptTakesEveryItemButTheFarewell() {
        control::State state;
        const record::ShowDocument document = demoShow();
        state.show = document.show;
        state.catalogue = document.catalogue;
        state.setUp = demoSetUp();
        test::StudioRig rig(state);
        rig.startLive();
        std::int64_t now = 0;
        for (const studio::ScriptStep& step : demoScript()) {
            const auto at = static_cast<std::int64_t>(step.atSeconds * 1000);
            rig.advance(at - now);
            now = at;
            const auto command = studio::commandFor(step, rig.dispatcher.state());
            QVERIFY2(bool(command), qPrintable(step.verb));
            const Result<void> done = rig.dispatcher.dispatch(*command);
            QVERIFY2(bool(done), qPrintable(QStringLiteral("%1 at %2").arg(step.verb).arg(step.atSeconds)));
            if (!rig.dispatcher.state().stage.requested.token.empty())
                rig.confirm();
        }
        std::vector<std::string> aired;
        for (const show::AiredItem& one : rig.dispatcher.state().run.aired) {
            QVERIFY2(one.onAir.has_value(), one.item.title.c_str());
            aired.push_back(one.item.id.value);
        }
        std::vector<std::string> planned;
        for (const show::Item& item : items(document.show)) {
            if (!item.standby)
                planned.push_back(item.id.value);
        }
        planned.pop_back();
        QCOMPARE(aired, planned);
        QVERIFY(!rig.dispatcher.state().run.current()->item.product.empty());
        QVERIFY(now < 60'000);
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "DemoTest.moc"
