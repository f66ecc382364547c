// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Catalogue.hpp"
#include "show/Show.hpp"
#include "stage/SetUp.hpp"

/// A show of five items in two segments, two products and three scenes: small enough to know by heart.
///
///   hello (talk, full) · mug (product) | spare (standby) · towel (product, paid for) · bye (talk)
namespace vitrina::test {

inline show::Item item(const std::string& id, show::ItemKind kind, SceneRole role,
                       const std::string& product = {}) {
    show::Item made;
    made.id = ItemId{id};
    made.kind = kind;
    made.title = id;
    made.plannedMs = 60'000;
    made.role = role;
    made.product = ProductId{product};
    return made;
}

inline show::Show smallShow() {
    using show::ItemKind;
    show::Show made;
    made.id = ShowId{"show-1"};
    made.title = "Autumn market";
    made.shopName = "Amber & linen";
    made.hostName = "Ilze";
    made.locale = "lv-LV";
    made.currency = "EUR";
    made.disclosureText = "#reklāma";
    show::Item spare = item("spare", ItemKind::Talk, SceneRole::Full);
    spare.standby = true;
    show::Item towel = item("towel", ItemKind::Product, SceneRole::CloseUpWithHost, "p-towel");
    towel.disclosure = true;
    made.rundown.segments = {
        {SegmentId{"s1"},
         "Opening",
         {item("hello", ItemKind::Talk, SceneRole::Full),
          item("mug", ItemKind::Product, SceneRole::CloseUp, "p-mug")}},
        {SegmentId{"s2"}, "Table", {spare, towel, item("bye", ItemKind::Talk, SceneRole::Full)}}};
    return made;
}

inline commerce::Catalogue smallCatalogue() {
    commerce::Product mug{ProductId{"p-mug"}, "7", "Clay mug", "", "mug.svg", {}};
    mug.variants = {{Sku{"MUG"}, "", Money{1800, "EUR"}, 10}};
    commerce::Product towel{ProductId{"p-towel"}, "12", "Linen towel", "", "towel.svg", {}};
    towel.variants = {{Sku{"TOWEL-S"}, "S", Money{2400, "EUR"}, 5},
                      {Sku{"TOWEL-L"}, "L", Money{2900, "EUR"}, 3}};
    return {{mug, towel}};
}

inline stage::SetUp smallSetUp() {
    stage::SetUp made;
    for (const char* name : {"host", "table"})
        made.sources.push_back(stage::sourceFromAddress(name, "test:"));
    const auto scene = [&](const std::string& id, SceneRole role) {
        stage::Scene built{SceneId{id}, id, role, {}};
        built.layouts[stage::CanvasShape::Landscape] = {
            stage::SceneItem{made.sources.front().id, {}, stage::Fit::Cover}};
        made.scenes.push_back(built);
    };
    scene("full", SceneRole::Full);
    scene("close", SceneRole::CloseUp);
    scene("both", SceneRole::CloseUpWithHost);
    made.destinations = {{OutputId{"web"}, "Page", stage::OutputKind::WebVideo, ""},
                         {OutputId{"rtmp"}, "Platform", stage::OutputKind::Rtmp, "rtmp://example/app"}};
    return made;
}

} // namespace vitrina::test
