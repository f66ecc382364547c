// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/PlainText.hpp"
#include "commerce/ProductTable.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace vitrina::commerce {
namespace {

using Column = ProductColumn;

constexpr std::size_t progressProducts = 2048;

std::string linesOf(const std::vector<std::string>& statements) {
    std::string text;
    for (const std::string& statement : statements)
        text += (text.empty() ? "" : "\n") + statement;
    return text;
}

std::string textOf(const std::optional<Money>& price) {
    return price ? std::to_string(price->minor) : std::string();
}

class Differences {
  public:
    explicit Differences(std::vector<FieldChange>& changes) : changes_(changes) {}

    void note(Column field, const Sku& sku, std::string before, std::string after) {
        if (before != after)
            changes_.push_back({field, sku, std::move(before), std::move(after)});
    }
    void products(const Product& before, const Product& after) {
        const auto vat = [](const Product& product) {
            return product.vatBasisPoints ? amountOf(*product.vatBasisPoints) : std::string();
        };
        note(Column::Code, {}, before.code, after.code);
        note(Column::Name, {}, before.name, after.name);
        note(Column::Description, {}, before.description, after.description);
        note(Column::Image, {}, before.image, after.image);
        note(Column::Vat, {}, vat(before), vat(after));
        note(Column::CollectionOnly, {}, before.collectionOnly ? "1" : "0", after.collectionOnly ? "1" : "0");
        note(Column::Forbidden, {}, linesOf(before.forbidden), linesOf(after.forbidden));
        for (std::size_t i = 0; i < after.variants.size(); ++i) {
            const Variant& variant = after.variants[i];
            if (i < before.variants.size())
                variants(before.variants[i], variant);
            else
                changes_.push_back({Column::Sku, variant.sku, {}, variant.sku.value});
        }
    }

  private:
    void variants(const Variant& before, const Variant& after) {
        note(Column::Label, after.sku, before.label, after.label);
        note(Column::Price, after.sku, textOf(before.price), textOf(after.price));
        note(Column::Currency, after.sku, before.price.currency, after.price.currency);
        note(Column::Floor, after.sku, textOf(before.floor), textOf(after.floor));
        note(Column::Pieces, after.sku, std::to_string(before.allocated), std::to_string(after.allocated));
        note(Column::External, after.sku, before.external, after.external);
    }

    std::vector<FieldChange>& changes_;
};

class Planning {
  public:
    Planning(const ShopBook& book, ProductTable table, const Progress& progress)
        : book_(book), table_(std::move(table)), progress_(progress) {
        plan_.rows = table_.rows;
        plan_.badRows = table_.badRows;
        plan_.reports = std::move(table_.reports);
        plan_.stopped = table_.stopped;
        for (const auto& [id, product] : book_.products)
            for (const Variant& variant : product.variants)
                owners_.emplace(variant.sku.value, &product);
    }

    TablePlan all() {
        for (std::size_t i = 0; i < table_.products.size() && !plan_.stopped; ++i) {
            product(table_.products[i]);
            if (progress_ && i % progressProducts == 0)
                plan_.stopped = !progress_(500 + int(i * 500 / table_.products.size()));
        }
        checkCodes();
        for (const ProductChange& change : plan_.changes)
            ++(change.isNew ? plan_.fresh : plan_.changed);
        return std::move(plan_);
    }

  private:
    const Product* knownAs(const TableProduct& read) const {
        if (const auto found = book_.products.find(read.product.id); found != book_.products.end())
            return &found->second;
        for (const Variant& variant : read.product.variants) {
            if (const auto owner = owners_.find(variant.sku.value); owner != owners_.end())
                return owner->second;
        }
        return nullptr;
    }

    void refuse(std::size_t line, TableIssue issue, const std::string& value) {
        plan_.reports.add(line, issue, value);
        ++plan_.badRows;
    }

    void product(TableProduct& read) {
        if (read.product.variants.empty())
            return; // its rows are refused, or it has none
        const Product* known = knownAs(read);
        if (known && !planned_.insert(known).second) {
            // Rows that do not belong together here are one product in the book.
            for (std::size_t i = 0; i < read.lines.size(); ++i)
                refuse(read.lines[i], TableIssue::SkuElsewhere, read.product.variants[i].sku.value);
            return;
        }
        ProductChange change{known ? *known : Product{}, known == nullptr, read.line, {}};
        change.product.id = known ? known->id : read.product.id;
        describe(change.product, read.product);
        if (change.product.name.empty()) {
            for (const std::size_t line : read.lines)
                refuse(line, TableIssue::NoName, {});
            return;
        }
        std::unordered_map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < change.product.variants.size(); ++i)
            places.emplace(change.product.variants[i].sku.value, i);
        for (std::size_t i = 0; i < read.product.variants.size(); ++i)
            variant(change.product, places, known, std::move(read.product.variants[i]), read.lines[i]);
        if (change.product.variants.empty())
            return;
        if (known)
            Differences(change.changes).products(*known, change.product);
        if (known && change.changes.empty())
            ++plan_.unchanged;
        else
            plan_.changes.push_back(std::move(change));
        read = {}; // its memory is needed for the next
    }

    bool has(Column column) const { return table_.mapping.has(column); }

    void describe(Product& into, Product& read) {
        const auto put = [&](Column column, auto Product::*member, bool emptyToo) {
            using Member = std::remove_cvref_t<decltype(into.*member)>;
            if (has(column) && (emptyToo || !(read.*member == Member{})))
                into.*member = std::move(read.*member);
        };
        const bool own = table_.mapping.layout == ProductLayout::Own;
        put(Column::Name, &Product::name, false);
        put(Column::Code, &Product::code, own);
        put(Column::Description, &Product::description, true);
        put(Column::Image, &Product::image, false);
        put(Column::Vat, &Product::vatBasisPoints, own);
        put(Column::CollectionOnly, &Product::collectionOnly, true);
        put(Column::Forbidden, &Product::forbidden, own);
    }

    /// `places`: of the SKUs that `into` has; a product may have very many.
    void variant(Product& into, std::unordered_map<std::string, std::size_t>& places, const Product* known,
                 Variant read, std::size_t line) {
        const auto owner = owners_.find(read.sku.value);
        if (owner != owners_.end() && owner->second != known)
            return refuse(line, TableIssue::SkuElsewhere, read.sku.value);
        const auto found = places.find(read.sku.value);
        if (found == places.end()) {
            if (!has(Column::Price) && !has(Column::SalePrice))
                return refuse(line, TableIssue::NoPrice, read.sku.value);
            places.emplace(read.sku.value, into.variants.size());
            into.variants.push_back(std::move(read));
            return;
        }
        Variant* place = &into.variants[found->second];
        if (has(Column::Price) || has(Column::SalePrice))
            place->price = read.price;
        if (has(Column::Label))
            place->label = std::move(read.label);
        if (has(Column::Floor))
            place->floor = read.floor;
        if (has(Column::Pieces))
            place->allocated = read.allocated;
        if (has(Column::External))
            place->external = std::move(read.external);
    }

    /// When all is in its place: two products may have changed their codes. One that is refused keeps the
    /// code it had, which nobody else can have then: that may refuse the next one.
    void checkCodes() {
        std::unordered_set<std::string_view> touched;
        for (const ProductChange& change : plan_.changes)
            if (!change.isNew)
                touched.insert(change.product.id.value);
        std::unordered_map<std::string, std::size_t> holders; // of codes: a change, or the book
        for (const auto& [id, product] : book_.products)
            if (!product.code.empty() && !touched.contains(id.value))
                holders[product.code] = byBook;
        std::vector<bool> refused(plan_.changes.size(), false);
        std::vector<std::size_t> toRefuse;
        for (std::size_t i = 0; i < plan_.changes.size(); ++i) {
            if (const std::string& code = plan_.changes[i].product.code;
                !code.empty() && !holders.try_emplace(code, i).second)
                toRefuse.push_back(i);
            while (!toRefuse.empty()) {
                const std::size_t one = toRefuse.back();
                toRefuse.pop_back();
                if (refused[one])
                    continue;
                refused[one] = true;
                const ProductChange& change = plan_.changes[one];
                refuse(change.line, TableIssue::CodeTaken, change.product.code);
                const auto before = book_.products.find(change.product.id);
                if (change.isNew || before == book_.products.end() || before->second.code.empty())
                    continue;
                const auto [holder, free] = holders.try_emplace(before->second.code, byBook);
                if (!free && holder->second != byBook && holder->second != one)
                    toRefuse.push_back(holder->second);
                holder->second = byBook;
            }
        }
        std::size_t index = 0;
        std::erase_if(plan_.changes, [&](const ProductChange&) { return refused[index++]; });
    }

    static constexpr std::size_t byBook = ~std::size_t{0};

    const ShopBook& book_;
    ProductTable table_;
    const Progress& progress_;
    TablePlan plan_;
    std::unordered_map<std::string_view, const Product*> owners_;
    std::unordered_set<const Product*> planned_;
};

} // namespace

TablePlan planImport(const ShopBook& book, ProductTable table, const Progress& progress) {
    return Planning(book, std::move(table), progress).all();
}

std::vector<ShopEntry> entriesOf(const TablePlan& plan, const std::function<std::string()>& id) {
    std::vector<ShopEntry> entries;
    entries.reserve(plan.changes.size());
    for (const ProductChange& change : plan.changes) {
        ProductKept kept{change.product, PriceWhy::Imported};
        if (kept.product.id.empty())
            kept.product.id.value = id();
        entries.push_back(std::move(kept));
    }
    return entries;
}

namespace {

/// A text that begins like a formula is written so that no spreadsheet runs it.
std::string guarded(const std::string& text) {
    const std::size_t first = text.find_first_not_of('\'');
    const bool formula =
        first != std::string::npos && std::string_view("=+-@").find(text[first]) != std::string_view::npos;
    return formula ? "'" + text : text;
}

std::vector<std::string> rowOf(const Product& product, const Variant& variant) {
    return {guarded(product.id.value),
            guarded(product.code),
            guarded(product.name),
            guarded(product.description),
            guarded(product.image),
            product.vatBasisPoints ? amountOf(*product.vatBasisPoints) : std::string(),
            product.collectionOnly ? "yes" : "no",
            guarded(linesOf(product.forbidden)),
            guarded(variant.sku.value),
            guarded(variant.label),
            priceText(variant.price),
            variant.price.currency,
            variant.floor ? priceText(*variant.floor) : std::string(),
            std::to_string(variant.allocated),
            guarded(variant.external)};
}

} // namespace

std::string writeProducts(const std::vector<const Product*>& products) {
    std::string text =
        "\xEF\xBB\xBF" + csvRecord({"product id", "code", "name", "description", "image", "vat %",
                                    "collection only", "must not be said", "sku", "variant", "price",
                                    "currency", "floor price", "pieces", "external id"},
                                   ',');
    for (const Product* product : products)
        for (const Variant& variant : product->variants)
            text += csvRecord(rowOf(*product, variant), ',');
    return text;
}

} // namespace vitrina::commerce
