// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ProductTable.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Tables of a shop that somebody has sent by mail. What an import takes must be what a book keeps, exported
/// and read again the same, whatever the table says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vitrina;
    using namespace vitrina::commerce;
    const auto text = openTable({reinterpret_cast<const char*>(data), size});
    if (!text)
        return 0;
    const auto table = readProducts(*text, guessProducts(text->head[0].cells), "EUR");
    if (!table)
        return 0;
    if (table->badRows > table->rows)
        std::abort();
    ShopBook book;
    apply(book, ProductKept{{ProductId{"p"}, "1", "Mug", {}, {}, {{Sku{"M1"}, "S", {1890, "EUR"}, 5}}}}, 1);
    const TablePlan plan = planImport(book, *table);
    int made = 0;
    for (const ShopEntry& entry : entriesOf(plan, [&] { return "made" + std::to_string(made++); }))
        apply(book, entry, 2);
    std::vector<const Product*> all;
    for (const auto& [id, product] : book.products) {
        if (gapOf(book, product, "EUR") != ProductGap::None)
            std::abort();
        all.push_back(&product);
    }
    const auto again = openTable(writeProducts(all));
    if (!again || !readProducts(*again, guessProducts(again->head[0].cells), "EUR"))
        std::abort();
    return 0;
}
